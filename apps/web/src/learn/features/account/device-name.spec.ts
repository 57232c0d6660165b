import { describe, expect, it } from '@jest/globals';
import { deviceName } from './device-name.js';

describe('the name of a device', () => {
  it('tells browser and system apart', () => {
    const chromeOnAndroid =
      'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36';
    expect(deviceName(chromeOnAndroid)).toBe('Chrome, Android');
    expect(deviceName(`${chromeOnAndroid} coc_coc_browser/115`)).toBe('Cốc Cốc, Android');
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0')).toBe(
      'Edge, Windows',
    );
    expect(
      deviceName(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1',
      ),
    ).toBe('Safari, iOS');
  });

  it('says nothing of what it does not know', () => {
    expect(deviceName('curl/8')).toBeUndefined();
  });
});
