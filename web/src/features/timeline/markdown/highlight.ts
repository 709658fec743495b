import type { RootContent } from 'hast';
import type { createLowlight } from 'lowlight';

/** Code in pieces: text, or pieces of one kind. */
export type Highlights = readonly (
  string | { readonly kind: Kind; readonly children: Highlights }
)[];

type Kind = 'keyword' | 'string' | 'number' | 'comment' | 'title' | 'added' | 'removed' | 'plain';

/** Longer code is shown as it is: colours are not worth a pause. */
const LONGEST = 10_000;

const KINDS: Record<string, Kind> = {
  'hljs-keyword': 'keyword',
  'hljs-built_in': 'keyword',
  'hljs-literal': 'keyword',
  'hljs-type': 'keyword',
  'hljs-selector-tag': 'keyword',
  'hljs-name': 'keyword',
  'hljs-string': 'string',
  'hljs-regexp': 'string',
  'hljs-number': 'number',
  'hljs-symbol': 'number',
  'hljs-comment': 'comment',
  'hljs-quote': 'comment',
  'hljs-meta': 'comment',
  'hljs-title': 'title',
  'hljs-attr': 'title',
  'hljs-attribute': 'title',
  'hljs-variable': 'title',
  'hljs-section': 'title',
  'hljs-addition': 'added',
  'hljs-deletion': 'removed',
};

let loading: Promise<ReturnType<typeof createLowlight>> | undefined;

/** The code with its kinds, by the common languages; null when it is better shown as it is. */
export async function highlight(code: string, language: string): Promise<Highlights | null> {
  const name = language.trim().split(/\s/)[0]?.toLowerCase() ?? '';
  if (name === '' || code.length > LONGEST) return null;
  try {
    loading ??= import('lowlight').then((lowlight) => lowlight.createLowlight(lowlight.common));
    const lowlight = await loading;
    if (!lowlight.registered(name)) return null;
    return piecesOf(lowlight.highlight(name, code).children);
  } catch {
    // The colours could not be fetched; the next block tries again.
    loading = undefined;
    return null;
  }
}

function piecesOf(nodes: readonly RootContent[]): Highlights {
  return nodes.flatMap((node): Highlights[number][] => {
    if (node.type === 'text') return [node.value];
    if (node.type !== 'element') return [];
    const names = Array.isArray(node.properties['className']) ? node.properties['className'] : [];
    const kind = names.map((name) => KINDS[String(name)]).find((known) => known !== undefined);
    return [{ kind: kind ?? 'plain', children: piecesOf(node.children) }];
  });
}
