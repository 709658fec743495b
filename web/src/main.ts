import { mount } from 'svelte';
import App from '$app/App.svelte';
import '$app/styles/tokens.css';
import '$app/styles/base.css';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no place for the application');
mount(App, { target });
