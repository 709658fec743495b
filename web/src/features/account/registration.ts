import { graphemes, t } from '$platform/i18n';
import { ProblemError } from '$platform/http';

export interface RegistrationForm {
  displayName: string;
  handle: string;
  email: string;
  password: string;
}

export type FormErrors = Partial<Record<keyof RegistrationForm, string>>;

const HANDLE = /^[a-z0-9][a-z0-9._-]{1,29}$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const NAME_LIMIT = 80;
const PASSWORD_MIN = 8;
const PASSWORD_LIMIT = 256;

/** What stands against a registration before it is sent; the suite has the last word. */
export function checkRegistration(form: RegistrationForm): FormErrors {
  const errors: FormErrors = {};
  if (form.displayName.trim() === '') errors.displayName = t('auth.required');
  else if (graphemes(form.displayName) > NAME_LIMIT) errors.displayName = t('auth.tooLong');
  if (!HANDLE.test(form.handle.trim().toLowerCase())) errors.handle = t('auth.handleInvalid');
  if (!EMAIL.test(form.email.trim())) errors.email = t('auth.emailInvalid');
  const password = checkPassword(form.password);
  if (password !== undefined) errors.password = password;
  return errors;
}

export function checkPassword(password: string): string | undefined {
  if (password.length < PASSWORD_MIN) return t('auth.passwordShort');
  return password.length > PASSWORD_LIMIT ? t('auth.tooLong') : undefined;
}

/** The fields a refusal is about; none when it is about the whole. */
export function refusedFields(error: unknown): FormErrors {
  if (!(error instanceof ProblemError)) return {};
  if (error.slug === 'handle-taken') return { handle: t('error.handleTaken') };
  if (error.slug === 'email-taken') return { email: t('error.emailTaken') };
  if (error.slug === 'password-too-common') return { password: t('error.password') };
  const errors: FormErrors = {};
  for (const { field } of error.errors) {
    if (field === 'password') errors.password = t('error.password');
    if (field === 'handle') errors.handle = t('auth.handleInvalid');
    if (field === 'email') errors.email = t('auth.emailInvalid');
    if (field === 'displayName') errors.displayName = t('error.validation');
  }
  return errors;
}
