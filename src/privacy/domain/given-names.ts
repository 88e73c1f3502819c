import { phrases } from './reading.js';

/** Syllables of which given names are made, for names that somebody typed in small letters. */
export const GIVEN_SYLLABLES = phrases(
  'an, anh, ánh, ân, ái, bách, bảo, băng, bích, bình, bông, cát, cẩm, châu, chi, chí, chiến, chương, công, cúc, cường, diễm, diệp, diệu, dung, dũng, duy, duyên, dương, đài, đan, đạt, đăng, điệp, đoan, đông, đức, gia, giang, hà, hải, hạnh, hào, hân, hằng, hậu, hiền, hiển, hiệp, hiếu, hoa, hòa, hoài, hoan, hoàn, hoàng, hồng, huệ, hùng, huy, huyền, hưng, hương, hường, kha, khải, khang, khánh, khiêm, khoa, khôi, khuê, kiên, kiệt, kiều, kim, kỳ, lam, lan, lâm, lệ, liên, liễu, linh, loan, long, lộc, lợi, luân, lương, ly, mai, mạnh, mẫn, mến, minh, mơ, mỹ, my, na, nam, nga, ngân, nghi, nghĩa, ngọc, nguyên, nguyệt, nhân, nhàn, nhật, nhi, nhiên, nhung, như, ninh, oanh, phát, phong, phú, phúc, phước, phương, phượng, quân, quang, quốc, quý, quyên, quyết, quỳnh, sang, sâm, sơn, sương, tài, tâm, tân, tấn, thạch, thái, thanh, thành, thảo, thắm, thắng, thiên, thiện, thịnh, thoa, thơ, thơm, thu, thuận, thục, thủy, thùy, thúy, thư, thương, thy, tiên, tiến, tín, toàn, toản, trà, trang, trâm, trân, trí, triết, trinh, trọng, trung, trúc, tú, tuân, tuấn, tuệ, tùng, tường, tuyền, tuyết, uyên, uyển, vân, vi, việt, vinh, vĩnh, vũ, vương, vy, xuân, yên, yến',
);

/** Of them those that seldom begin another word. */
export const FIRST_SYLLABLES = phrases(
  'gia, bảo, minh, ngọc, thùy, thúy, khánh, thảo, quỳnh, phương, kim, hồng, mỹ, diệu, bích, tuấn, đức, hoài, hải, nhật, hà, thiên, tú, trà, kiều, lan, mai, cẩm, vân, ánh, tuyết, thanh, xuân, hương, quang, tường, diễm, hoàng, khôi, đăng, huy, trúc, phúc, tuệ, linh, thu',
);

/** Of them those that are words of their own too often to be taken for a name where they stand alone. */
export const EVERYDAY_SYLLABLES = phrases(
  'an, anh, bảo, bình, chi, chí, chiến, công, duy, đài, đông, đức, gia, hà, hải, hạnh, hậu, hiếu, hoa, hòa, hoàn, hồng, hương, kha, khoa, kiên, kiều, kim, kỳ, lâm, lệ, liên, long, lộc, lợi, mai, mạnh, mẫn, mến, mơ, mỹ, my, na, nam, nghi, nghĩa, nguyên, nhân, nhàn, nhật, nhi, nhiên, như, phát, phong, phú, phương, quang, quốc, quý, quyết, sang, sâm, sơn, sương, tài, tâm, tân, tấn, thạch, thái, thanh, thành, thảo, thắng, thiên, thiện, thịnh, thơ, thơm, thu, thuận, thư, thương, tiên, tiến, tín, toàn, trà, trang, trân, trí, trọng, trung, trúc, tú, tường, vi, việt, vinh, vĩnh, vũ, vương, xuân, yên',
);

/** Words of two such syllables that name nobody. */
export const NOT_GIVEN = phrases(
  'anh hùng, bảo an, gia công, gia phong, hải quan, hồng quân, hoàng gia, hương thơm, mai sau, minh oan, minh bạch, mỹ quan, nhật thực, phương tiện, quang minh chính đại, thanh bình, thanh minh, thanh toán, thanh tịnh, thanh thiên, thiên nhiên, thiên tài, thiên vị, thu chi, thu tiền, thu nhân, trung thu, trung bình, trung tâm, tường trình, tường tâm, xuân thu, phúc lợi, linh thiêng, linh hoạt, huy chương, đức tài, đức trí, đức tính, tú tài, kim chi, hà tiện, mỹ thuật, đăng quang',
);
