/** A choice between few options: its labels and its default. */
export interface ProfileChoice {
  readonly label: string;
  /** As the form asks, where that takes more words. */
  readonly asked?: string;
  readonly hint: string;
  /** In force at the first start, and in versions published before it was asked for. */
  readonly first: string;
  /** By the word that is stored. */
  readonly options: Readonly<Record<string, string>>;
}

/**
 * The choices, in the order of the form. A choice that stands here is stored, shown, asked for and named in the history of changes; what it changes is
 * another matter.
 */
export const CHOICES = {
  /** In which order a letter gets its number and its signatures; a letter keeps the order in which it was submitted. */
  actOrder: {
    label: 'Thứ tự cấp số và ký',
    hint: 'Văn bản đã trình giữ thứ tự lúc trình. Giữ số khi trình thì lãnh đạo phải ký trong ngày ghi trên văn bản; không ký, số bị hủy và ghi lý do trong sổ.',
    first: 'signThenNumber',
    options: {
      /** The leader signs, then number and date are given, filled in and locked by the agency's signature. */
      signThenNumber: 'Lãnh đạo ký trước, cấp số và đóng dấu sau',
      /** Number and date are given at submission and printed, then the leader signs, then the agency seals. */
      numberThenSign: 'Giữ số khi trình, in vào văn bản, lãnh đạo ký, rồi đóng dấu',
    },
  },
  /** Who numbers outgoing documents. */
  outgoingBookOwner: {
    label: 'Sổ văn bản đi',
    hint: 'Đơn vị chỉ có một sổ cấp số. Đổi giữa năm thì xem số cuối của cả hai sổ trước; số đã có ở đây không nhận lần thứ hai.',
    first: 'here',
    options: {
      /** This system gives number and day, the e-office is told. */
      here: 'Phần mềm này cấp số',
      /** They come from the e-office's book, and are entered here with their source. */
      eOffice: 'Hệ thống quản lý văn bản cấp số, sổ ở đây ghi theo',
    },
  },
  /** Who numbers incoming documents. */
  incomingBookOwner: {
    label: 'Sổ văn bản đến',
    hint: 'Đổi giữa năm thì xem số cuối của cả hai sổ trước. Số chưa có thì văn bản vẫn vào sổ, phiếu và thời hạn tính ngay; dòng ghi “chờ số”.',
    first: 'here',
    options: {
      /** This system gives number and day, the e-office is told. */
      here: 'Phần mềm này cấp số đến',
      /** They come from the e-office's book, and are entered here with their source. */
      eOffice: 'Hệ thống quản lý văn bản cấp số đến, sổ ở đây ghi theo',
    },
  },
  /** What becomes of a sealed file in which number and date are written into the page, not into the prepared fields. */
  entryOnPage: {
    label: 'Số, ngày do hệ thống quản lý văn bản viết thẳng vào trang',
    asked: 'Hệ thống quản lý văn bản viết số, ngày thẳng vào trang sau khi lãnh đạo ký',
    hint: 'Chỉ chọn nhận khi hệ thống quản lý văn bản không điền được ô đã chuẩn bị. Mọi thay đổi khác sau khi ký luôn bị từ chối.',
    first: 'refuse',
    options: {
      /** As every change after signing. */
      refuse: 'Không nhận',
      /** Taken, and said, when nothing but number and date was written, each in its own place. */
      report: 'Nhận và ghi rõ, khi chỉ số và ngày được viết, đúng chỗ đã chừa',
    },
  },
} as const satisfies Readonly<Record<string, ProfileChoice>>;

export type ChoiceName = keyof typeof CHOICES;

export type Choices = { readonly [Name in ChoiceName]: keyof (typeof CHOICES)[Name]['options'] };

// Object.keys forgets the names.
export const CHOICE_NAMES = Object.keys(CHOICES) as readonly ChoiceName[];

/** @returns the words by which one choice is stored, the first of the form first */
export function optionsOf<Name extends ChoiceName>(name: Name): readonly Choices[Name][] {
  return Object.keys(CHOICES[name].options) as Choices[Name][];
}

/** Choices as they were typed; a value that is not an option keeps its default. @param textOf of one choice, by its name */
export function choicesFrom(textOf: (name: ChoiceName) => string): Choices {
  const chosen = CHOICE_NAMES.map((name) => {
    const text = textOf(name);
    return [name, Object.hasOwn(CHOICES[name].options, text) ? text : CHOICES[name].first];
  });
  // Object.fromEntries forgets the names.
  return Object.fromEntries(chosen) as Choices;
}

/** What was chosen, in words, by the names of the choices. */
export function choiceWords(choices: Choices): Readonly<Record<ChoiceName, string>> {
  const words = CHOICE_NAMES.map((name) => {
    const options: ProfileChoice['options'] = CHOICES[name].options;
    return [name, options[choices[name]] ?? ''];
  });
  return Object.fromEntries(words) as Record<ChoiceName, string>;
}
