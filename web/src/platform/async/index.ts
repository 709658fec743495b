export { PagedList, type PageSource } from './pagedList.svelte';
export { Task } from './task.svelte';
