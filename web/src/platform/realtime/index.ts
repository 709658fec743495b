export { RealtimeClient } from './realtimeClient';
export type {
  ConnectionState,
  RealtimeClock,
  RealtimeListener,
  RealtimeOptions,
  SocketLike,
} from './ports';
export type {
  AckFrame,
  ChatSummary,
  ClientFrame,
  ErrorFrame,
  HelloFrame,
  LogEntry,
  ServerFrame,
  SnapshotFrame,
} from './frames';
export { browserClock, socketOf } from './browser';
