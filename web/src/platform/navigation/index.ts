export { pathOfChat, pathOfMessage, pathOfNotification, pathOfThread } from './paths';
export { router, routeOf, type Route } from './router.svelte';
