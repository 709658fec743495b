export { Directory, provideDirectory, useDirectory } from './directory.svelte';
export { fetchPeople, findByHandle } from './peopleApi';
export { default as PeoplePicker } from './PeoplePicker.svelte';
export { default as PeopleView } from './PeopleView.svelte';
export { default as PersonAvatar } from './PersonAvatar.svelte';
export { default as PersonRow } from './PersonRow.svelte';
