import { changedFacts } from '../../agency-profile/domain/changed-facts.js';
import {
  agencyProfileInForce,
  INITIALED_BY_WORDS,
  textsOf,
  unitSymbol,
} from '../../agency-profile/domain/agency-profile.js';
import { CHOICE_NAMES, CHOICES, choiceWords } from '../../agency-profile/domain/profile-choices.js';
import { namesOf, PROFILE_LINES } from '../../agency-profile/domain/profile-lines.js';
import type { PublishedAgencyProfile } from '../../agency-profile/index.js';
import { kindNamed } from '../../../templates/catalogue.js';
import type { AgencyProfileLineView, AgencyProfileView } from './agency-profile-page.js';
import { fullDay, moment } from '../kit/words/time.js';
import type { AgencyProfileReading } from './agency-profile-page-query.js';

export function agencyProfileView(reading: AgencyProfileReading): AgencyProfileView {
  const { history, units, today, mayEdit } = reading;
  const { facts } = agencyProfileInForce(history, today);
  const coming = history.filter(({ validFrom }) => validFrom > today).length;
  const later = coming === 0 ? '' : ` Có ${coming} thay đổi chưa đến ngày.`;
  return {
    summary: `Văn bản soạn từ nay dùng thông tin này; văn bản đã soạn giữ thông tin của ngày soạn.${later}`,
    facts: namesOf(PROFILE_LINES).map((name) => ({
      label: PROFILE_LINES[name].label,
      value: textsOf(facts)[name] || 'Chưa ghi',
    })),
    contact: facts.contact,
    titles: facts.titlesBeforeNames ? 'Được ghi' : 'Không ghi',
    choices: CHOICE_NAMES.map((name) => ({ label: CHOICES[name].label, value: choiceWords(facts)[name] })),
    initials: facts.initials.map((who) => INITIALED_BY_WORDS[who]).join('; ') || 'Không ai',
    byOrder: facts.byOrderKinds.map((kind) => kindNamed(kind)?.title ?? kind),
    units: units.map((unit) => ({ label: unit.name, value: unitSymbol(facts, unit) })),
    versions: history.map((_, at) => lineView(reading, at)).toReversed(),
    editHref: mayEdit ? '/thong-tin-co-quan/soan' : null,
  };
}

function lineView({ history, units, today }: AgencyProfileReading, at: number): AgencyProfileLineView {
  const { version, validFrom, facts, publication } = history[at] as PublishedAgencyProfile;
  const before = history[at - 1];
  const inForce = agencyProfileInForce(history, today).version;
  const labels: Readonly<Record<string, string>> = {
    ...Object.fromEntries(namesOf(PROFILE_LINES).map((name) => [name, PROFILE_LINES[name].label])),
    contact: 'Địa chỉ ở chân trang',
    byOrderKinds: 'Loại văn bản được ký thừa lệnh',
    initials: 'Ký nháy trước khi lãnh đạo ký',
    titlesBeforeNames: 'Học hàm, học vị trước họ tên người ký',
    ...Object.fromEntries(CHOICE_NAMES.map((name) => [name, CHOICES[name].label])),
    ...Object.fromEntries(units.map(({ id, name }) => [`unit.${id}`, `Chữ viết tắt của ${name}`])),
  };
  return {
    label: `Bản ${version}`,
    validity: `Từ ${fullDay(validFrom)}`,
    standing: version === inForce ? 'inForce' : validFrom > today ? 'coming' : 'past',
    changes: before === undefined ? [] : changedFacts(before.facts, facts).map(wordsOf(labels)),
    published: publication === null ? 'Theo cài đặt ban đầu' : `${publication.byName}, ${moment(publication.at)}`,
    reason: publication?.reason ?? null,
  };
}

function wordsOf(labels: Readonly<Record<string, string>>) {
  return ({ field, before, after }: { field: string; before: string; after: string }): string =>
    `${labels[field] ?? field}: ${quoted(before)} → ${quoted(after)}`;
}

function quoted(text: string): string {
  return text === '' ? '(trống)' : `“${text.replaceAll('\n', '; ')}”`;
}
