import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { HttpClient } from '$platform/http';
import { Session } from '$platform/auth';
import AccountHarness from '../../test/AccountHarness.svelte';

const ANA = { id: 'u-ana', handle: 'ana', displayName: 'Ana' };

function suite(status: number, body: unknown) {
  const sent: unknown[] = [];
  const session = new Session({
    http: new HttpClient({
      base: '',
      tokens: null,
      fetch: (_input, init) => {
        sent.push(JSON.parse(init?.body as string));
        return Promise.resolve(new Response(JSON.stringify(body), { status }));
      },
    }),
    storage: localStorage,
    channel: { onmessage: null, postMessage: () => {} },
    exclusively: (_lock, work) => work(),
    deviceName: 'Test',
  });
  return { sent, session };
}

const granted = { accessToken: 't', expiresIn: 300, user: ANA, sessionId: 's' };
const refused = (slug: string, status: number) => ({
  type: `urn:tertulia:problem:${slug}`,
  title: slug,
  status,
});

describe('LoginView', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('logs in with name and password, keeping the refresh token from scripts', async () => {
    const { sent, session } = suite(200, granted);
    render(AccountHarness, { session, view: 'login' });
    await userEvent.type(screen.getByLabelText('User name or e-mail'), ' ana ');
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
    expect(sent).toEqual([
      { login: 'ana', password: 'correct horse', deviceName: 'Test', refreshTokenIn: 'cookie' },
    ]);
    await expect.poll(() => session.state.kind).toBe('signed-in');
  });

  it('says that name and password do not go together', async () => {
    const { session } = suite(401, refused('invalid-credentials', 401));
    render(AccountHarness, { session, view: 'login' });
    await userEvent.type(screen.getByLabelText('User name or e-mail'), 'ana');
    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('do not go together');
  });

  it('asks for what is missing before it asks the suite', async () => {
    const { sent, session } = suite(200, granted);
    render(AccountHarness, { session, view: 'login' });
    await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Please fill this in.');
    expect(sent).toEqual([]);
  });

  it('shows the password when asked to', async () => {
    const { session } = suite(200, granted);
    render(AccountHarness, { session, view: 'login' });
    await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  });
});

describe('RegisterView', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  const fill = async () => {
    await userEvent.type(screen.getByLabelText('Your name'), 'Ana Ruiz');
    await userEvent.type(screen.getByLabelText('User name'), 'Ana');
    await userEvent.type(screen.getByLabelText('E-mail'), 'ana@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse');
  };

  it('registers, with the handle in small letters', async () => {
    const { sent, session } = suite(201, granted);
    render(AccountHarness, { session, view: 'register' });
    await fill();
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    expect(sent[0]).toMatchObject({ handle: 'ana', displayName: 'Ana Ruiz', language: 'en' });
  });

  it('tells at the field that a handle is taken', async () => {
    const { session } = suite(409, refused('handle-taken', 409));
    render(AccountHarness, { session, view: 'register' });
    await fill();
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByText('This user name is taken.')).toBeVisible();
    expect(screen.getByLabelText('User name')).toHaveAttribute('aria-invalid', 'true');
  });

  it('checks the form first and goes to the first field to mend', async () => {
    const { sent, session } = suite(201, granted);
    render(AccountHarness, { session, view: 'register' });
    await userEvent.type(screen.getByLabelText('Your name'), 'Ana');
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('User name'));
    expect(sent).toEqual([]);
  });
});
