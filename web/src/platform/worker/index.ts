export { AppWorker, browserWorker, provideAppWorker, useAppWorker } from './appWorker.svelte';
export { browserPush, NoWorker, type BrowserSubscription, type PushBrowser } from './browserPush';
export { FOLLOWED } from './messages';
export { closeShown, showBadge } from './shown';
export { keepWorkerLanguage } from './workerSettings';
