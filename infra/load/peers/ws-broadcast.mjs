// The broadcast that the documentation of ws shows, in one process: what comes on /voice goes to every socket on
// /ear, the same bytes for all. Nothing is looked at, stored or promised. Prints its port, and ends with its
// standard input.
import { WebSocketServer } from 'ws';

const ears = new Set();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });

server.on('listening', () => console.log(server.address().port));

server.on('connection', (socket, request) => {
  socket.on('error', () => socket.terminate());
  if (request.url === '/voice') {
    socket.on('message', broadcast);
  } else {
    ears.add(socket);
    socket.on('close', () => ears.delete(socket));
  }
});

function broadcast(text) {
  for (const ear of ears) {
    ear.send(text, { binary: false });
  }
}

process.stdin.on('end', () => process.exit(0)).resume();
