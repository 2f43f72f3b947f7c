import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import type { Test } from 'tap';

const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** For the `skip` option of a test: a visible reason where there is no browser, otherwise false. */
export const skipWithoutChromium: string | false = existsSync(path)
  ? false
  : `no Chromium at ${path}: apt-get install chromium, or CHROMIUM_PATH`;

/** A real browser with nothing of its user, closed with the test. */
export async function launchChromium(t: Test): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox: !isRoot });
  t.teardown(() => browser.close());
  return browser;
}
