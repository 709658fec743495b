import { describe, expect, it } from 'vitest';
import { base64Url, browserPush, bytesOf } from './browserPush';

describe('keys of a push service', () => {
  it('are bytes to the browser and base64url to the suite', () => {
    const key = 'BP-_Ahu6lIXDAA8';
    expect(base64Url(bytesOf(key).buffer)).toBe(key);
    expect([...bytesOf('_-8')]).toEqual([255, 239]);
  });
});

describe('browserPush', () => {
  it('says that it can not be where the browser lacks what it takes', async () => {
    const browser = browserPush();
    expect(browser.support).toBe('no');
    expect(browser.permission).toBe('denied');
    expect(await browser.current()).toBeNull();
    await browser.unsubscribe();
  });
});
