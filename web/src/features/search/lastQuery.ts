/** What was looked for last, so that coming back from a result finds the results again. */
export const lastQuery = { text: '' };
