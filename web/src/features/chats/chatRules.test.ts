import { describe, expect, it } from 'vitest';
import type { ChatKind, Role } from '$platform/api/types';
import { mayRemove, otherRole, permissionsOf } from './chatRules';

const member = (role: Role) => ({
  userId: 'u-other',
  role,
  joinedAt: '2026-11-20T10:00:00Z',
});

describe('chat rules', () => {
  it.each<[ChatKind, Role | null, string[]]>([
    ['private', 'member', ['receipts', 'remove', 'emoji', 'glossary']],
    ['group', 'owner', ['edit', 'receipts', 'add', 'leave', 'remove', 'emoji', 'glossary']],
    ['group', 'admin', ['edit', 'receipts', 'add', 'leave', 'glossary']],
    ['group', 'member', ['leave']],
    ['public', 'owner', ['edit', 'add', 'leave', 'remove', 'emoji', 'glossary']],
    ['public', 'member', ['leave']],
    ['public', null, []],
  ])('%s as %s', (kind, role, expected) => {
    const granted = Object.entries(permissionsOf(kind, role)).filter(([, may]) => may);
    expect(granted.map(([name]) => name)).toEqual(expected);
  });

  it('lets an owner take out anybody else, an administrator plain members', () => {
    expect(mayRemove('owner', member('admin'), 'me')).toBe(true);
    expect(mayRemove('admin', member('admin'), 'me')).toBe(false);
    expect(mayRemove('admin', member('member'), 'me')).toBe(true);
    expect(mayRemove('member', member('member'), 'me')).toBe(false);
    expect(mayRemove('owner', { ...member('owner'), userId: 'me' }, 'me')).toBe(false);
  });

  it('lets only an owner give roles', () => {
    expect(otherRole('owner', member('member'), 'me')).toBe('admin');
    expect(otherRole('owner', member('admin'), 'me')).toBe('member');
    expect(otherRole('admin', member('member'), 'me')).toBeNull();
  });
});
