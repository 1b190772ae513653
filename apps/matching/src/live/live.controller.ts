import { seekerApi, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Ownership } from '../ownership/ownership.service.js';
import { LiveFeed } from './live-feed.service.js';

/** Keeps proxies from taking the silence for the end. */
const beatEveryMs = 15_000;
/** A follower that does not read is let go. */
const mostUnread = 64 * 1024;

@Controller()
export class LiveController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly ownership: Ownership,
  ) {}

  @Serve(seekerApi.live)
  async live(@Input() { params, principal }: InputOf<typeof seekerApi.live>, @Res() response: Response): Promise<void> {
    await this.ownership.ownProfile(principal, params.profileId);
    const write = (text: string): void => {
      if (response.writableLength > mostUnread) response.destroy();
      else response.write(text);
    };
    const stop = this.feed.follow(
      params.profileId,
      (name, data) => write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
      () => response.end(),
    );
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
    });
    write('retry: 2000\n\n');
    const beat = setInterval(() => write(': beat\n\n'), beatEveryMs);
    response.once('close', () => {
      clearInterval(beat);
      stop();
    });
  }
}
