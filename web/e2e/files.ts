import type { Page } from '@playwright/test';
import type { Person } from './people';

/** A file as a person picks it. */
export interface NamedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The files that are to come with what is written. */
export const tray = (page: Page) => page.getByRole('list', { name: 'Files of the message' }).last();

/** Has files come with what is written. */
export async function pick(person: Person, ...files: readonly NamedFile[]): Promise<void> {
  const chooser = person.page.waitForEvent('filechooser');
  await person.page.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles([...files]);
}
