// Stand-in for the service worker of the web app.
self.addEventListener('fetch', () => {});
