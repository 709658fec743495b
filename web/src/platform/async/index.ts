export { exclusively } from './exclusively';
export { PagedList, type PageSource } from './pagedList.svelte';
export { pause } from './pause';
export { Task } from './task.svelte';
export { Turns } from './turns';
