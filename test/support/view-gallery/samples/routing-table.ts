import type { ImportChoiceView } from '../../../../src/web/kit/imports/import-pages.js';
import type { RoutingImportReviewView } from '../../../../src/web/routing-table/routing-import-page.js';
import { routingImportView } from '../../../../src/web/routing-table/routing-import-view.js';
import type { RoutingTableView } from '../../../../src/web/routing-table/routing-table-page.js';

const written = 'Trần Thị Lệ Thủy, 08:30 ngày 01/09/2026';

export const routingTable: RoutingTableView = {
  summary: '1 dòng đang áp dụng.',
  lines: [
    {
      ...{ id: 'd1', no: 2, field: 'Thu chi, dạy thêm', level: null, area: null, lead: 'Phòng Kế hoạch - Tài chính' },
      ...{ officer: 'Ông Tạ Đức Kiên', helping: 'Phòng Giáo dục Trung học, Thanh tra Sở' },
      ...{ validity: 'Từ 01/09/2026', coming: false, basis: '125/QĐ-SGDĐT', written, ended: null },
      end: {
        ...{ id: 'cham-dut-d1', label: 'Chấm dứt…', action: '/bang-phan-cong/d1/cham-dut', submit: 'Chấm dứt dòng 2' },
        fields: [{ kind: 'date', name: 'endedFrom', label: 'Không áp dụng nữa từ ngày', value: '' }],
      },
    },
    {
      ...{ id: 'd2', no: 3, field: 'Cơ sở vật chất', level: 'Trung học phổ thông', area: 'Đồ Sơn; Kiến Thụy' },
      ...{ lead: 'Trường, trung tâm được nêu tên trong phiếu', officer: null, helping: null },
      ...{ validity: 'Từ 01/01/2027', coming: true, basis: '140/QĐ-SGDĐT', written, ended: null, end: null },
    },
  ],
  past: [
    {
      ...{ id: 'd0', no: 1, field: 'Mọi lĩnh vực', level: 'Mầm non', area: null, helping: null },
      ...{ lead: 'Phòng Giáo dục Mầm non và Tiểu học', officer: 'Bà Phùng Thị Hương Lan' },
      ...{ validity: 'Từ 01/01/2026 đến hết 31/08/2026', coming: false, basis: '12/QĐ-SGDĐT', written },
      ...{ ended: 'Trần Thị Lệ Thủy, 08:30 ngày 01/09/2026: Sắp xếp lại các phòng.', end: null },
    },
  ],
  add: {
    ...{
      id: 'them',
      label: 'Thêm dòng phân công…',
      action: '/bang-phan-cong',
      submit: 'Lưu dòng phân công',
      open: true,
    },
    fields: [
      {
        ...{ kind: 'choice', name: 'category', label: 'Lĩnh vực', value: '' },
        options: [
          { value: '', label: 'Mọi lĩnh vực' },
          { value: 'fees', label: 'Thu chi, dạy thêm' },
        ],
        error: 'Dòng 2 đã phân công cùng lĩnh vực, cấp học, địa bàn trong khoảng ngày này; chấm dứt dòng đó trước.',
      },
      {
        ...{ kind: 'text', name: 'area', label: 'Địa bàn', value: '' },
        hint: 'Tên xã, phường; nhiều nơi cách nhau bằng dấu chấm phẩy. Bỏ trống nếu là toàn thành phố.',
      },
    ],
  },
};

export const routingTableEmpty: RoutingTableView = {
  ...{ summary: 'Chưa có dòng nào đang áp dụng.', lines: [], past: [], add: null },
};

export const routingImport: ImportChoiceView = routingImportView([], null);

export const routingImportReview: RoutingImportReviewView = {
  ...{ heading: 'phan-cong-2027.xlsx', summary: '1 dòng phải sửa, 1 dòng thêm được.', confirm: null },
  barred: 'Chưa ghi được dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.',
  rows: [
    {
      ...{ line: '3', field: 'Thể thao', unit: 'KHTC', from: '01/01/2027' },
      flaws: ['Lĩnh vực: Chọn lĩnh vực trong danh sách.'],
    },
    { line: '2', field: 'Thu chi, dạy thêm', unit: 'KHTC', from: '01/01/2027', flaws: [] },
  ],
};
