export { browserSession, deviceName } from './browserSession';
export {
  provideSession,
  Session,
  useSession,
  type Registration,
  type SessionState,
} from './session.svelte';
