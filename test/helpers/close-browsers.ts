import { afterAll } from 'vitest';
import { closeChromium } from './chromium';
import { closeFirefox } from './firefox';

afterAll(() => Promise.all([closeChromium(), closeFirefox()]));
