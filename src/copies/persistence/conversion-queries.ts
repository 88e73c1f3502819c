import { Injectable } from '@nestjs/common';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { ConversionEntity } from './conversion.entity.js';

const SHOWN = 50;

/** Reads of printed copies. */
@Injectable()
export class ConversionQueries {
  constructor(private readonly database: Database) {}

  byCode(code: string): Promise<ConversionEntity | null> {
    return this.conversions.findOneBy({ code });
  }

  /** Newest first. @param fileId of an incoming document; null for a letter */
  of(documentId: string, fileId: string | null): Promise<ConversionEntity[]> {
    return cutList(
      { name: 'Bản in đã lập', how: 'Hiện các dòng mới nhất.' },
      this.conversions.findAndCount({
        where: { documentId, ...(fileId === null ? {} : { fileId }) },
        order: { madeAt: 'DESC' },
        take: SHOWN,
      }),
    );
  }

  private get conversions() {
    return this.database.reader.getRepository(ConversionEntity);
  }
}
