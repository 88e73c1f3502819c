export const ROUTING = '/bang-phan-cong';

export const ROUTING_IMPORT = `${ROUTING}/nhap`;

export function routingEndAction(id: string): string {
  return `${ROUTING}/${id}/cham-dut`;
}

/** Who leads where a line names no unit. */
export const NAMED_UNIT_WORDS = 'Trường, trung tâm được nêu tên trong phiếu';
