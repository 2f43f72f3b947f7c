import { workerData } from 'node:worker_threads';
import { checkEvent, type EventGround, type StoredEvent } from '../../store/fsck/check-event.js';
import { answerTasks } from '../workers/answer-tasks.js';

const ground: EventGround = workerData;

answerTasks((events: readonly StoredEvent[]) => Promise.all(events.map(event => checkEvent(event, ground))));
