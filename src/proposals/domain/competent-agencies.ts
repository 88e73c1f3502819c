/** Agencies whose work reaches an education department by mistake. Departments of the city as merged in 2025; the words are a proposal, a clerk decides. */
export const AGENCIES = [
  'police',
  'health',
  'construction',
  'agriculture',
  'homeAffairs',
  'industryTrade',
  'science',
  'socialInsurance',
  'electricity',
  'ministry',
  'commune',
] as const;

export type Agency = (typeof AGENCIES)[number];

/** As a letter names them. */
export const AGENCY_WORDS: Readonly<Record<Agency, string>> = {
  police: 'Công an thành phố',
  health: 'Sở Y tế',
  construction: 'Sở Xây dựng',
  agriculture: 'Sở Nông nghiệp và Môi trường',
  homeAffairs: 'Sở Nội vụ',
  industryTrade: 'Sở Công Thương',
  science: 'Sở Khoa học và Công nghệ',
  socialInsurance: 'Bảo hiểm xã hội thành phố',
  electricity: 'Công ty Điện lực',
  ministry: 'Bộ Giáo dục và Đào tạo',
  commune: 'Ủy ban nhân dân xã, phường nơi xảy ra',
};
