// The documents are listed by the gateway and fetched from their services when they are chosen.
// `validatorUrl: null` keeps Swagger UI from sending them to a validator elsewhere.
const answer = await fetch('/docs/documents.json');

window.SwaggerUIBundle({
  urls: await answer.json(),
  dom_id: '#documents',
  deepLinking: true,
  layout: 'StandaloneLayout',
  presets: [window.SwaggerUIBundle.presets.apis, window.SwaggerUIStandalonePreset],
  validatorUrl: null,
});
