export { pathOfChat, router, routeOf, type Route } from './router.svelte';
