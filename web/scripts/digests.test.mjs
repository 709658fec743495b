// Digests as another program's parser reads them. The mails are those that notification-service holds its own to, byte by byte.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';

const GOLDEN = new URL('../../notification-service/src/test/resources/golden/', import.meta.url);
const CHAT = 'https://tertulia.example/chats/0198c0de-0000-7000-8000-0000000000c1';
const LINKS = [`${CHAT}/messages/12`, `${CHAT}/messages/40`, `${CHAT}/threads/9`];

/** Lines end as on the wire, however the file was checked out. */
function digest(language) {
  const file = fileURLToPath(new URL(`digest-${language}.eml`, GOLDEN));
  return simpleParser(readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n'));
}

const EXPECTED = {
  es: {
    subject: 'Tienes 5 avisos sin leer',
    told: ['Ana Núñez te ha mencionado en «Plaza Mayor»', 'Y 2 más.'],
  },
  en: {
    subject: 'You have 5 unread notifications',
    told: ['Ana Núñez mentioned you in “Plaza Mayor”', 'And 2 more.'],
  },
};

for (const [language, { subject, told }] of Object.entries(EXPECTED)) {
  test(`a digest in ${language} is read as it was meant`, async () => {
    const mail = await digest(language);

    assert.equal(mail.subject, subject);
    assert.deepEqual(mail.from.value, [{ address: 'hola@tertulia.example', name: 'Tertulia' }]);
    assert.equal(mail.to.text, 'bruno@example.org');
    assert.equal(mail.messageId, '<0198c0de-0000-7000-8000-0000000000aa@tertulia.example>');
    assert.equal(mail.date.toISOString(), '2026-11-02T07:00:00.000Z');
    assert.equal(mail.headers.get('content-language'), language);
    assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
    assert.deepEqual(mail.attachments, []);
    for (const line of told) assert.ok(mail.text.includes(line), line);
    assert.ok(mail.text.includes('¿Vienes, @bruno? <b>Sí</b> & ya 🎉'));
    for (const link of LINKS) assert.ok(mail.text.includes(`  ${link}\n`), link);
  });

  test(`a digest in ${language} says the same as HTML, and nothing that people wrote is a tag`, async () => {
    const { html } = await digest(language);

    assert.match(html, new RegExp(`<html lang="${language}">`));
    for (const line of told) assert.ok(html.includes(line), line);
    assert.ok(html.includes('¿Vienes, @bruno? &lt;b&gt;Sí&lt;/b&gt; &amp; ya 🎉'));
    for (const link of LINKS) assert.ok(html.includes(`<a href="${link}">`), link);
    assert.doesNotMatch(html, /<(script|img|link|iframe|object|form)\b|\bsrc=|url\(/i);
  });

  test(`a mailbox can end the digests in ${language} by one click (RFC 8058)`, async () => {
    const mail = await digest(language);
    const { unsubscribe, 'unsubscribe-post': post } = mail.headers.get('list');

    assert.match(
      unsubscribe.url,
      /^https:\/\/tertulia\.example\/api\/v1\/notifications\/email\/unsubscribe\?token=[\w-]{43}$/,
    );
    assert.deepEqual(post, { name: 'List-Unsubscribe=One-Click' });
    assert.ok(mail.text.includes(unsubscribe.url));
  });
}
