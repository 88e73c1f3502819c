import { readSettings, SettingsError, type Settings } from '../../config/settings.js';
import type { DoctorCheck } from '../doctor/doctor-check.js';
import { QUESTIONS, type Answers, type Question, type QuestionGroup, type TrialName } from './questions.js';

/** Whom the answers come from, and what they are tried against. */
export interface AnswerDoors {
  /** Asks on the terminal; `usual` is taken for an empty line. */
  readonly ask: (question: string, usual: string) => Promise<string>;
  /** The same without showing what is typed. */
  readonly askSecret: (question: string) => Promise<string>;
  readonly say: (line: string) => void;
  readonly trials: Readonly<Record<TrialName, (settings: Settings) => Promise<readonly DoctorCheck[]>>>;
}

/** Asks group after group, each tried before the next; a group that fails is asked again, or left as it is by the person. */
export async function askAll(doors: AnswerDoors, before: Answers): Promise<Answers> {
  let answers: Answers = before;
  for (const group of QUESTIONS) {
    let isSettled = false;
    while (!isSettled) {
      answers = await askGroup(doors, group, answers);
      const faults = await faultsOf(doors, group, answers);
      for (const fault of faults) doors.say(`  ✗ ${fault}`);
      isSettled = faults.length === 0 || (await leaves(doors));
    }
  }
  return answers;
}

/** What the trials find of answers that came from a file, in Vietnamese. */
export async function tryAll(doors: AnswerDoors, answers: Answers): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const group of QUESTIONS) faults.push(...(await faultsOf(doors, group, answers)));
  return faults;
}

/** What is missing or cannot be used in given answers, in Vietnamese, all at once. */
export function flawsOf(answers: Answers): readonly string[] {
  const asked = QUESTIONS.filter((group) => isAsked(group, answers)).flatMap(({ questions }) => questions);
  const missing = asked.filter(({ name, isOptional }) => !isOptional && (answers[name] ?? '') === '');
  if (missing.length > 0) return missing.map(({ name, words }) => `Thiếu ${name}: ${words}.`);
  return sentencesOf(answers);
}

/** Answers with what is usual for those that were not given. */
export function withUsual(given: Answers): Answers {
  const answers: Record<string, string> = { ...given };
  for (const group of QUESTIONS) {
    if (!isAsked(group, answers)) continue;
    for (const { name, usual } of group.questions)
      if ((answers[name] ?? '') === '' && usual) answers[name] = usual(answers);
  }
  return answers;
}

async function askGroup(doors: AnswerDoors, group: QuestionGroup, before: Answers): Promise<Answers> {
  doors.say(`\n${group.title}${group.lead === undefined ? '' : `. ${group.lead}`}`);
  const answers: Record<string, string> = { ...before };
  for (const question of group.questions) {
    if (question !== group.questions[0] && !isAsked(group, answers)) break;
    answers[question.name] = await askOne(doors, question, answers);
  }
  return answers;
}

async function askOne(doors: AnswerDoors, question: Question, answers: Answers): Promise<string> {
  const { name, isOptional } = question;
  for (;;) {
    const value = await typed(doors, question, answers);
    if (value === '' && isOptional) return '';
    const flaw = value === '' ? 'Không bỏ trống được.' : flawOf(name, { ...answers, [name]: value });
    if (flaw === null) return value;
    doors.say(`  ✗ ${flaw}`);
  }
}

/** What was typed, or what was known or is usual for an empty line. What is known of a secret is not shown. */
async function typed(
  doors: AnswerDoors,
  { name, words, isSecret, usual }: Question,
  answers: Answers,
): Promise<string> {
  const known = answers[name] ?? '';
  const offered = known === '' ? (usual?.(answers) ?? '') : known;
  if (!isSecret) return (await doors.ask(`  ${words}`, offered)).trim();
  const hint = known === '' ? offered : 'giữ như cũ';
  const said = (await doors.askSecret(`  ${words}${hint === '' ? '' : ` [${hint}]`}: `)).trim();
  return said === '' ? offered : said;
}

function flawOf(name: string, answers: Answers): string | null {
  return sentencesOf(answers).find((sentence) => sentence.includes(`Biến ${name} `)) ?? null;
}

/** What production would not start with. */
function sentencesOf(answers: Answers): readonly string[] {
  try {
    settingsOf(answers, 'production');
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n');
    throw error;
  }
}

function settingsOf(answers: Answers, mode: 'development' | 'production'): Settings {
  const given = Object.entries(answers).filter(([, value]) => value !== '');
  return readSettings({ ...Object.fromEntries(given), NODE_ENV: mode });
}

async function faultsOf({ trials }: AnswerDoors, group: QuestionGroup, answers: Answers): Promise<readonly string[]> {
  const isLeftOut = group.goesOn !== undefined && firstOf(group, answers) === '';
  if (group.trial === undefined || isLeftOut) return [];
  try {
    const checks = await trials[group.trial](settingsOf(answers, 'development'));
    return checks.filter(({ ok }) => !ok).map(({ message, mend }) => `${message} ${mend}`);
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n');
    throw error;
  }
}

async function leaves({ ask }: AnswerDoors): Promise<boolean> {
  const said = await ask('  Nhập lại phần này? (c = nhập lại, k = để vậy, sửa sau)', 'c');
  return /^k/iu.test(said.trim());
}

/** A part of the outside that the agency does not have is not asked about. */
function isAsked(group: QuestionGroup, answers: Answers): boolean {
  return group.goesOn === undefined || group.goesOn(firstOf(group, answers));
}

function firstOf({ questions: [first] }: QuestionGroup, answers: Answers): string {
  return answers[first?.name ?? ''] ?? '';
}
