import { Check, Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { ROUTE_ACTIONS, ROUTE_STATUSES, type RouteAction, type RouteStatus } from '../domain/signature-route.js';

const oneOf = (column: string, values: readonly string[]): string =>
  `"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`;

/** One desk on the way of a letter: who initials, signs or seals it, and what became of it there. */
@Entity('signature_route_step')
@Check('ck_signature_route_step_action', oneOf('action', ROUTE_ACTIONS))
@Check('ck_signature_route_step_status', oneOf('status', ROUTE_STATUSES))
export class SignatureRouteStepEntity {
  @KeyColumn({ text: 36 }, 'pk_signature_route_step')
  requestId!: string;

  /** 1, 2, 3… in the order of acting, as the e-office counts them. */
  @KeyColumn('integer', 'pk_signature_route_step')
  position!: number;

  @KindColumn({ text: 20 })
  action!: RouteAction;

  /** Null for the agency. */
  @KindColumn({ text: 36 }, { nullable: true })
  personId!: string | null;

  @KindColumn({ text: 200 })
  personName!: string;

  @KindColumn({ text: 200 }, { nullable: true })
  personPosition!: string | null;

  /** In the e-office; null for the agency's seal, which is ordered apart. */
  @KindColumn({ text: 60 }, { nullable: true })
  personCode!: string | null;

  /** In whose place, and by what: `Đặng Vĩnh Phúc, theo Quyết định 12/QĐ-SGDĐT`. */
  @KindColumn({ text: 300 }, { nullable: true })
  insteadOf!: string | null;

  @KindColumn({ text: 20 })
  status!: RouteStatus;

  @KindColumn('instant', { nullable: true })
  at!: Date | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  comment!: string | null;
}
