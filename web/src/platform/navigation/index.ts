export {
  pathOfChat,
  pathOfMessage,
  pathOfThread,
  router,
  routeOf,
  type Route,
} from './router.svelte';
