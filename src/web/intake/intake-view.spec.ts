import { POLICY_SETS } from '../../law/index.js';
import { intakeView } from './intake-view.js';

const reading = { now: new Date('2026-03-18T01:00:00Z'), token: 't', policy: POLICY_SETS[0]!, units: [] };
const secret = (view: ReturnType<typeof intakeView>) => view.sender.find(({ name }) => name === 'keepSecret');

describe('the form of new feedback', () => {
  it('presets no wish of the sender to stay unnamed', () => {
    expect(secret(intakeView({ ...reading, refused: null }))).toMatchObject({ checked: false });
  });

  it('keeps the wish that was ticked when the form is refused for something else', () => {
    const refused = { action: '/phieu-moi', sentence: 'x', field: 'words' };
    const ticked = { ...refused, fields: { keepSecret: 'on' } };
    expect(secret(intakeView({ ...reading, refused: ticked }))).toMatchObject({ checked: true });
    expect(secret(intakeView({ ...reading, refused: { ...refused, fields: {} } }))).toMatchObject({ checked: false });
  });
});
