import { Entity, Index } from 'typeorm';
import { KeyColumn } from '../../platform/database/columns.js';
import type { QuietChoice } from '../domain/notice-choices.js';

/** Something that one person has chosen not to be rung for. */
@Entity('notice_choice')
@Index('ix_notice_choice_choice', ['choice', 'staffId'])
export class NoticeChoiceEntity {
  @KeyColumn({ text: 36 }, 'pk_notice_choice')
  staffId!: string;

  @KeyColumn({ text: 20 }, 'pk_notice_choice')
  choice!: QuietChoice;
}
