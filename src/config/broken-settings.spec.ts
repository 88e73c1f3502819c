import { exampleVariables, messageOf } from './settings.fixture.js';

/** Values that are wrong for something: a number, an address, a list, one of some words, a form. */
const BROKEN = [
  '-1',
  '99999999999',
  '1.5',
  'http:/x',
  'foo',
  'foo, bar/',
  ' ',
  'http://',
  'một hai',
  '/',
  '.example',
  'a@',
];
/** Whatever is written there is the name, the account, the path or the filter of somebody: nothing is wrong by itself. */
const ANY_TEXT =
  /^(?:AGENCY_(?!CODE)\w+|\w+_(?:NAME|USERNAME|PASSWORD|PASSPHRASE|CERT|(?:CLIENT|SIGNING|ACCESS|SECRET)_KEY|PFX|CA|KEY_FILE|PROFILE|ACCOUNT|APP_CODE|SENDER|MAIL_DOMAIN|DN|BASE|FILTER|GROUP|ANCHORS|FILES|BACKUPS|DATA)|SOFFICE|PDFTOPPM)$/u;
/** Ours and not those of a library. */
const IN_VIETNAMESE = /[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/u;

/** What a library would say in English. */
const OF_THE_LIBRARY = ['invalid', 'expected', 'received', 'small', 'big', 'must', 'undefined', 'nan'];
const wordsOf = (message: string): readonly string[] => message.toLowerCase().split(/[^\p{L}]+/u);

describe.each(exampleVariables())('a broken $name', ({ name, sentence }) => {
  const told = BROKEN.map((value) => messageOf({ [name]: value })).filter((message) => message !== '');

  it('stops the start with one sentence that names it and says in Vietnamese what is right', () => {
    for (const message of told) {
      expect(message.split('\n')).toHaveLength(1);
      expect(message).toMatch(new RegExp(`^Biến ${name} không hợp lệ: .+[^.]\\.$`, 'u'));
      expect(message.slice(message.indexOf(':'))).toMatch(IN_VIETNAMESE);
      expect(wordsOf(message).filter((word) => OF_THE_LIBRARY.includes(word))).toEqual([]);
    }
  });

  it('is known as such, unless whatever is written there may be right', () => {
    expect(told.length > 0).toBe(!ANY_TEXT.test(name) || messageOf({ [name]: ' ' }) !== '');
  });

  it('is no broken one when it is left blank as its sentence allows', () => {
    if (/bỏ trống/u.test(sentence)) expect(messageOf({ [name]: '' })).toBe('');
  });
});

describe('settings that are wrong in several ways', () => {
  it('are told at once: by themselves, beside each other, in files', () => {
    const env = {
      NODE_ENV: 'production',
      HOI_AM_PROXIES: 'foo',
      E_OFFICE_PASSWORD_FILE: '/khong/co',
      HOI_AM_DEMO: '1',
      LDAP_URL: 'ldaps://dc1.example',
      HOI_AM_PORT: 'http',
      TRUST_CONFIRMERS: 'x,y',
    };
    const names = messageOf(env)
      .split('\n')
      .map((line) => line.split(' ')[1]);
    expect([...names].sort()).toEqual([
      ...['CALLBACK_PASSWORD', 'DATABASE_URL', 'E_OFFICE_PASSWORD_FILE', 'E_OFFICE_URL', 'HOI_AM_DEMO'],
      ...['HOI_AM_PORT', 'HOI_AM_PROXIES', 'HOI_AM_PUBLIC_URL', 'LDAP_BASE', 'LDAP_BIND_DN', 'LDAP_BIND_PASSWORD'],
      ...['SESSION_SECRET', 'TRUST_ANCHORS', 'TRUST_CONFIRMERS'],
    ]);
  });
});
