/** What to do when the connection has ended, by its close code (docs: AsyncAPI of the realtime channel). */
export type AfterClose =
  /** Come back after the usual back-off and resume. */
  | 'reconnect'
  /** Get another access token, then come back. */
  | 'renew'
  /** The session is over: nothing to come back with. */
  | 'signed-out'
  /** Come back, but not soon: the server asked for room. */
  | 'wait-long';

export const CLOSE_HEARTBEAT = 4003;
/** What this client closes with when it can not read what it was sent. */
export const CLOSE_UNREADABLE = 4000;

/** The reaction to a close code; whatever is not ours (1006 and the like) is a lost connection. */
export function afterClose(code: number): AfterClose {
  switch (code) {
    case 4001:
      return 'renew';
    case 4010:
      return 'signed-out';
    case 4002:
    case 4029:
      return 'wait-long';
    default:
      return 'reconnect';
  }
}
