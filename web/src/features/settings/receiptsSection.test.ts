import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { HttpClient } from '$platform/http';
import SettingsHarness from '../../test/SettingsHarness.svelte';

describe('the setting of receipts', () => {
  let requests: [string, string, unknown][];
  let status: number;

  beforeEach(() => {
    requests = [];
    status = 200;
  });

  async function show() {
    const http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input, init) => {
        const body: unknown =
          typeof init?.body === 'string' ? JSON.parse(init.body) : { send: true };
        requests.push([init?.method ?? 'GET', input as string, body]);
        return Promise.resolve(new Response(JSON.stringify(body), { status }));
      },
    });
    render(SettingsHarness, { http });
    await screen.findByRole('group', { name: 'Let others see what I have read' });
  }

  it('is what the suite says, and is kept there', async () => {
    await show();
    expect(screen.getByRole('radio', { name: 'On' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Off' }));
    expect(requests.at(-1)).toEqual(['PUT', '/receipts/preference', { send: false }]);
    expect(screen.getByRole('radio', { name: 'Off' })).toBeChecked();
  });

  it('stays as it is when it could not be kept', async () => {
    await show();
    status = 503;
    await userEvent.click(screen.getByRole('radio', { name: 'Off' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'On' })).toBeChecked();
  });
});
