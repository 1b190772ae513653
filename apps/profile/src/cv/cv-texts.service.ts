import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CvFormat } from './cv.js';
import { StoredCvText } from './cv-text.entity.js';

@Injectable()
export class CvTexts {
  constructor(private readonly dataSource: DataSource) {}

  async find(
    profileId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ format: CvFormat; text: string; readAt: string } | null> {
    const stored = await manager.findOneBy(StoredCvText, { profileId });
    return stored && { format: stored.format, text: stored.text, readAt: stored.readAt.toISOString() };
  }

  /** Puts a text in the place of the one before; null takes it away. */
  async replace(
    manager: EntityManager,
    profileId: string,
    cv: { readonly format: CvFormat; readonly text: string } | null,
    readAt: Date,
  ): Promise<void> {
    if (cv === null) await manager.delete(StoredCvText, { profileId });
    else await manager.save(StoredCvText, { profileId, format: cv.format, text: cv.text, readAt });
  }
}
