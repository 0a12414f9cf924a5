import assert from 'node:assert/strict';
import { BedrockClient, ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';
import {
  AccessDeniedException,
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { collect } from '../lib/suite.mjs';
import { localApiKey, localKeys, settings } from '../lib/clients.mjs';

const ask = { modelId: 'amazon.nova-micro-v1:0', messages: [{ role: 'user', content: [{ text: 'hi' }] }] };

const client = (url, more) => new BedrockRuntimeClient({ ...settings(url), ...more });

const bearer = (token) => ({ token: { token }, authSchemePreference: ['httpBearerAuth'], credentials: undefined });

export const tests = {
  async 'an API key is taken instead of a signature'({ url }) {
    const runtime = client(url, bearer(localApiKey));
    const answer = await runtime.send(new ConverseCommand(ask));
    const { stream } = await runtime.send(new ConverseStreamCommand(ask));
    const models = await new BedrockClient({ ...settings(url), ...bearer(localApiKey) })
      .send(new ListFoundationModelsCommand({}));

    assert.equal(answer.stopReason, 'end_turn');
    assert.ok((await collect(stream)).length > 4);
    assert.ok(models.modelSummaries.length > 0);
  },

  async 'a wrong API key is refused'({ url }) {
    await assert.rejects(client(url, bearer('wrong')).send(new ConverseCommand(ask)), AccessDeniedException);
  },

  async 'a wrong secret key is refused'({ url }) {
    const credentials = { ...localKeys, secretAccessKey: 'wrong' };

    await assert.rejects(
      client(url, { credentials }).send(new ConverseCommand(ask)), { name: 'InvalidSignatureException' });
  },

  async 'an unknown access key is refused'({ url }) {
    const credentials = { ...localKeys, accessKeyId: 'AKIDSOMEBODYELSE0000' };

    await assert.rejects(
      client(url, { credentials }).send(new ConverseCommand(ask)), { name: 'UnrecognizedClientException' });
  },
};
