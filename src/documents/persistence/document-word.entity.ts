import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { WORD_LONGEST } from '../domain/document-words.js';

/** A word by which a line of a register is found that no ticket leads to. */
@Entity('document_word')
@Index('ix_document_word_document', ['documentId', 'word'])
export class DocumentWordEntity {
  @KeyColumn({ exact: WORD_LONGEST }, 'pk_document_word')
  word!: string;

  @KeyColumn({ text: 36 }, 'pk_document_word')
  documentId!: string;

  @KindColumn({ text: 10 })
  book!: 'incoming' | 'outgoing';
}
