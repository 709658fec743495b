export { default as LoginView } from './LoginView.svelte';
export { default as RegisterView } from './RegisterView.svelte';
export { checkPassword } from './registration';
