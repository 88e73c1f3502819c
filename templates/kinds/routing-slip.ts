import { z } from 'zod';
import { slipFields, slipTags, type TagValues } from '../document-fields.js';
import { defineKind } from '../kind.js';
import { line, optionalLine } from '../text.js';

const handed = z
  .array(z.strictObject({ don_vi: line(200), thoi_han: optionalLine(100) }))
  .max(30)
  .optional()
  .default([]);

/**
 * Who is to settle an incoming document, by when, and what they propose: three blocks, filled in as far as each has spoken.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 24 và Phụ lục IV.
 */
export const routingSlip = defineKind({
  name: 'phieu-giai-quyet-van-ban-den',
  title: 'Phiếu giải quyết văn bản đến',
  isSigned: false,
  fields: z.strictObject({
    ...slipFields,
    so_den: line(20).describe('Số đến'),
    ngay_den: line(30).describe('Ngày đến'),
    /** `Công văn số 512/VP-TTĐP ngày 12/3/2026 của Văn phòng UBND thành phố về việc …` */
    van_ban_den: line(1000).describe('Văn bản đến'),
    chu_tri: handed.describe('Giao chủ trì'),
    phoi_hop: handed.describe('Giao phối hợp'),
    y_kien_lanh_dao: optionalLine(2000).describe('Ý kiến của lãnh đạo cơ quan'),
    ngay_lanh_dao: optionalLine(50).describe('Ngày lãnh đạo cho ý kiến'),
    giao_ca_nhan: handed.describe('Giao cá nhân'),
    y_kien_don_vi: optionalLine(2000).describe('Ý kiến của lãnh đạo đơn vị'),
    ngay_don_vi: optionalLine(50).describe('Ngày lãnh đạo đơn vị cho ý kiến'),
    de_xuat: optionalLine(2000).describe('Ý kiến đề xuất của người giải quyết'),
    ngay_de_xuat: optionalLine(50).describe('Ngày đề xuất'),
  }),
  tags: (fields) => ({
    ...slipTags(fields),
    so_den: fields.so_den,
    ngay_den: fields.ngay_den,
    van_ban_den: fields.van_ban_den,
    chu_tri: withTimes(fields.chu_tri),
    phoi_hop: withTimes(fields.phoi_hop),
    y_kien_lanh_dao: fields.y_kien_lanh_dao,
    ngay_lanh_dao: fields.ngay_lanh_dao,
    giao_ca_nhan: withTimes(fields.giao_ca_nhan),
    y_kien_don_vi: fields.y_kien_don_vi,
    ngay_don_vi: fields.ngay_don_vi,
    de_xuat: fields.de_xuat,
    ngay_de_xuat: fields.ngay_de_xuat,
  }),
});

function withTimes(entries: readonly { readonly don_vi: string; readonly thoi_han: string }[]): readonly TagValues[] {
  return entries.map(({ don_vi, thoi_han }) => ({ don_vi, thoi_han, co_thoi_han: thoi_han !== '' }));
}
