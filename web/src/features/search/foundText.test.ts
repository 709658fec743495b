import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { message } from '../../test/fakes';
import FoundText from './FoundText.svelte';

describe('what was found', () => {
  it('is shown in the message', () => {
    const found = {
      message: message(1, { text: 'the garden' }),
      highlights: [{ start: 4, end: 10 }],
    };
    render(FoundText, { found });
    expect(screen.getByText('garden').tagName).toBe('MARK');
    expect(screen.queryByText(/translation/)).toBeNull();
  });

  it('is shown in the translation that it was found by', () => {
    const translation = { language: 'en', text: 'the garden', highlights: [{ start: 4, end: 10 }] };
    render(FoundText, {
      found: { message: message(1, { text: 'el jardín' }), highlights: [], translation },
    });
    expect(screen.getByText('Found in the translation into English')).toBeInTheDocument();
    expect(screen.getByText('garden').closest('[lang]')).toHaveAttribute('lang', 'en');
    expect(screen.queryByText(/jardín/)).toBeNull();
  });
});
