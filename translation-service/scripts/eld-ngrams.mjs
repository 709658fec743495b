// Makes src/main/resources/detection/eld-small.tsv.gz of the database of the npm package eld (Apache-2.0):
//   npm pack eld@2.1.0 && tar xzf eld-2.1.0.tgz && node eld-ngrams.mjs package eld-small.tsv.gz
// First line: the languages. Then a line for each n-gram: its bytes in UTF-8, as hexadecimal digits, and for each
// language that it speaks for, the language's place in the first line and the score, less the 53 that all have.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const [folder, target] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(resolve(folder, 'src', file)).href);
const { dictionary } = await load('dictionary.js');
const { ngramsData } = await load('ngrams/small.js');

const bytes = new Map(dictionary.flatMap((sign, byte) => (sign === ' ' ? [] : [[sign, byte]])));
bytes.set(' ', 0x20);
const hex = (gram) =>
  [...gram].map((sign) => bytes.get(sign).toString(16).padStart(2, '0')).join('');
const scores = (languages) =>
  Object.entries(languages)
    .map(([language, score]) => `${language}:${score}`)
    .join(',');

const lines = Object.entries(ngramsData.ngrams).map(
  ([gram, languages]) => `${hex(gram)}\t${scores(languages)}`,
);
const text = [Object.values(ngramsData.languages).join(' '), ...lines.sort()].join('\n') + '\n';
writeFileSync(target, gzipSync(text, { level: 9 }));
