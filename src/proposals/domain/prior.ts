import { fold } from '../../kernel/vietnamese.js';
import type { Category } from '../../law/index.js';
import type { NamedUnits } from '../../routing-table/domain/names/named-units.js';
import { agencyClass, agencyOfClass, matterClass } from './model/decided-model.js';
import { MATTER_CLASSES } from './model/seeds.js';

/** As much as the hotline's own word weighs, as a log. */
const SAID = 1.5;
/** Where a school is spoken of, it is less likely another agency's; where no word is of schools, more. */
const OF_SCHOOLS = -0.8;
const OF_NO_SCHOOL = 2;
/** Where a school only says where something is, it may be anybody's. */
const NEAR_A_SCHOOL = 0.8;
/** Where teachers are spoken of, it may be about what they do. */
const OF_TEACHERS = 0.8;
/** A centre without a name that we know is a private one; a school that we know is none. */
const OF_CENTRES = 1.5;
/** What is said of universities alone is the ministry's. */
const OF_UNIVERSITIES = 2;

const SCHOOL_WORDS =
  /giáo viên|cô giáo|thầy giáo|học sinh|nhà trường|giao vien|co giao|thay giao|hoc sinh|nha truong/iu;
const EDUCATION_WORDS = wordsLike(
  '(?<!công |thị |môi |quảng )trường, lớp, học (?:sinh|phí|thêm|bạ|kỳ|bổng|viên), (?:tiểu|trung|nhập|năm|dạy|khóa) học, thầy, cô, gv, hs, ph, sgk, ' +
    'thi(?! công| hành), (?:văn|cấp|lấy|mất) bằng, bằng (?:cấp|tốt nghiệp|thpt|thcs), giáo, (?<!cơ |công )sở, tuyển, tiếp nhận, bán trú, suất ăn, mầm non, ' +
    'mẫu giáo, thcs, thpt, nhóm trẻ, ielts, gia sư, đồng phục, viên chức, biên chế, chứng chỉ, trung tâm, một cửa, dịch vụ công, phụ huynh, ' +
    '(?<!cong |thi |moi |quang )truong, lop, hoc (?:sinh|phi|them|ba|ky), (?:tieu|nhap|nam) hoc, thay, giao, trung tam, mot cua, dich vu cong, phu huynh, ' +
    'mam non, chung chi, tuyen',
);
const TEACHER_WORDS = wordsLike(
  'giáo viên, cô giáo, thầy, chủ nhiệm, hiệu trưởng, hiệu phó, ban giám hiệu, giao vien, co giao, thay, chu nhiem, hieu truong, hieu pho',
);
const UNIVERSITY_WORDS = wordsLike('đại học, cao đẳng, sinh viên, dai hoc, cao dang, sinh vien');
const CENTRE_WORDS = wordsLike('trung tâm, trung tam, tt');
const NEAR_WORDS =
  /(?<!\p{L})(?:truoc|gan|canh|doi dien|phia sau|sau lung|ngoai|quanh|sat|tuong rao|giap)(?: cong| tuong| vach| hang rao)? (?:truong|thpt|thcs|th|mn|mam non|tieu hoc|mau giao)(?!\p{L})/u;

function wordsLike(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words.split(', ').join('|')})(?!\\p{L})`, 'iu');
}

/** What speaks for fields and agencies beside the phrases of a paper, as logs. @param said what the hotline said that it is about */
export function priorOf(
  { text, said }: { readonly text: string; readonly said: Category | null },
  named: NamedUnits,
): ReadonlyMap<string, number> {
  const prior = new Map<string, number>();
  const add = (of: string, log: number): void => {
    prior.set(of, (prior.get(of) ?? 0) + log);
  };
  const ofAgencies = logOfAgencies(text, named);
  for (const of of MATTER_CLASSES) if (agencyOfClass(of) !== null) add(of, ofAgencies);
  if (isOfKnownSchool(named)) add('privateCentres', -OF_CENTRES);
  else if (CENTRE_WORDS.test(text)) add('privateCentres', OF_CENTRES);
  if (UNIVERSITY_WORDS.test(text) && !isOfKnownSchool(named)) add(agencyClass('ministry'), OF_UNIVERSITIES);
  if (TEACHER_WORDS.test(text)) add('staffConduct', OF_TEACHERS);
  if (said !== null) add(matterClass({ category: said, agency: null }), SAID);
  return prior;
}

function logOfAgencies(text: string, named: NamedUnits): number {
  const near = NEAR_WORDS.test(fold(text)) ? NEAR_A_SCHOOL : 0;
  if (isOfSchools(text, named)) return OF_SCHOOLS + near;
  return EDUCATION_WORDS.test(text) ? near : OF_NO_SCHOOL;
}

function isOfSchools(text: string, { sure, levels }: NamedUnits): boolean {
  return sure.length > 0 || levels.length > 0 || SCHOOL_WORDS.test(text);
}

function isOfKnownSchool({ sure, ambiguous, levels }: NamedUnits): boolean {
  return sure.length > 0 || ambiguous.length > 0 || levels.length > 0;
}
