import { CHANNEL_CHOICES, codesOfChannel } from './intake-channel.js';

describe('the channels to choose from', () => {
  it('are offered once each, by what people call them', () => {
    const words = CHANNEL_CHOICES.map(([, called]) => called);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toEqual(expect.arrayContaining(['Cổng 1022', 'Trực tiếp tại Sở', 'Tổng đài 1022']));
  });

  it.each([
    ['the site under both of its codes', 'web', ['web', 'portal']],
    ['tickets that name no channel as the hotline’s', 'hotline', ['hotline', '']],
    ['our own channel', 'visit', ['visit']],
    ['nothing for a code that nobody knows', 'x', []],
  ])('take together %s', (_rule, code, codes) => {
    expect(codesOfChannel(code)).toEqual(codes);
  });
});
