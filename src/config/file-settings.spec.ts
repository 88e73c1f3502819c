import { messageOf } from './settings.fixture.js';
import { readSettings } from './settings.js';

const KEY = { FILES_ENDPOINT: 'https://kho.example', FILES_ACCESS_KEY: 'hoi-am', FILES_SECRET_KEY: 'một khóa' };

describe('where stored files lie', () => {
  it.each([
    ['in the data directory', {}, { kind: 'folder', directory: '/srv/a/tep', isOwn: true }],
    [
      'in a folder that machines share',
      { HOI_AM_FILES: '/mnt/chung/tep' },
      { kind: 'folder', directory: '/mnt/chung/tep', isOwn: false },
    ],
    ['in a bucket', { HOI_AM_FILES: 's3://kho', ...KEY }, { kind: 'bucket', bucket: 'kho', prefix: '' }],
    [
      'below a prefix',
      { HOI_AM_FILES: 's3://kho/so/tep/', ...KEY },
      { kind: 'bucket', bucket: 'kho', prefix: 'so/tep/' },
    ],
  ])('%s', (_where, env, place) => {
    expect(readSettings({ HOI_AM_DATA: '/srv/a', ...env }).files.place).toEqual(place);
  });

  it.each(['s3:', 's3://', 's3://k', 's3://KHO', 's3://kho/../khac', 's3://kho/có dấu'])('is no bucket: %s', (text) => {
    expect(messageOf({ HOI_AM_FILES: text, ...KEY })).toContain('Biến HOI_AM_FILES không hợp lệ');
  });

  it.each(['FILES_ENDPOINT', 'FILES_ACCESS_KEY', 'FILES_SECRET_KEY'])('asks for %s with a bucket', (missing) => {
    expect(messageOf({ HOI_AM_ANCHORS: 's3://kho/moc', ...KEY, [missing]: '' })).toMatch(
      new RegExp(`^Biến ${missing} .*bắt buộc`, 'u'),
    );
  });

  it('goes by TLS in production', () => {
    const open = { ...KEY, FILES_ENDPOINT: 'http://kho.example', NODE_ENV: 'production', HOI_AM_FILES: 's3://kho' };
    expect(messageOf(open)).toContain('Biến FILES_ENDPOINT không hợp lệ: khi chạy thật phải là địa chỉ https://');
  });
});
