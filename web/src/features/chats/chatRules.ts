import type { ChatKind, MemberView, Role } from '$platform/api/types';

/** What is offered to a member; the suite decides, this only leaves out what it would refuse. */
export interface Permissions {
  readonly edit: boolean;
  readonly receipts: boolean;
  readonly add: boolean;
  readonly leave: boolean;
  readonly remove: boolean;
  readonly emoji: boolean;
  readonly glossary: boolean;
}

export function permissionsOf(kind: ChatKind, role: Role | null): Permissions {
  const several = kind !== 'private';
  const owns = role !== null && (kind === 'private' || role === 'owner');
  const leads = role === 'owner' || role === 'admin';
  return {
    edit: several && leads,
    receipts: kind === 'private' ? role !== null : kind === 'group' && leads,
    add: several && leads,
    leave: several && role !== null,
    remove: owns,
    emoji: owns,
    glossary: several ? leads : role !== null,
  };
}

/** Whether I may take a member out: an owner anybody else, an administrator plain members. */
export function mayRemove(mine: Role | null, member: MemberView, me: string): boolean {
  if (member.userId === me || member.role === 'owner') return false;
  return mine === 'owner' || (mine === 'admin' && member.role === 'member');
}

/** The role I may give a member in place of theirs; null for none. */
export function otherRole(mine: Role | null, member: MemberView, me: string): Role | null {
  if (mine !== 'owner' || member.userId === me || member.role === 'owner') return null;
  return member.role === 'admin' ? 'member' : 'admin';
}

export const TITLE_LIMIT = 100;
export const DESCRIPTION_LIMIT = 500;
