export { backoff } from './backoff';
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
  DoneFrame,
  ErrorFrame,
  HelloFrame,
  LogEntry,
  NotificationFrame,
  OperationFrame,
  OwnPresence,
  Presence,
  ReadFrame,
  ReceiptFrame,
  ServerFrame,
  SnapshotFrame,
  TranslationFrame,
} from './frames';
export { browserClock, gunzip, socketOf } from './browser';
