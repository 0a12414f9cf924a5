import assert from 'node:assert/strict';
import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { collect } from '../lib/suite.mjs';

const modelId = 'amazon.nova-micro-v1:0';
const ask = (text, more) => ({ modelId, messages: [{ role: 'user', content: [{ text }] }], ...more });
const inputSchema = {
  json: {
    type: 'object',
    required: ['city', 'days'],
    properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 2 } },
  },
};
const toolConfig = { tools: [{ toolSpec: { name: 'get_weather', inputSchema } }], toolChoice: { any: {} } };

/** Puts the events of a stream together again, as an application does. */
async function read(stream) {
  const events = await collect(stream);
  const named = (name) => events.filter((event) => event[name]).map((event) => event[name]);
  const deltas = named('contentBlockDelta').map((event) => event.delta);
  return {
    names: events.map((event) => Object.keys(event)[0]),
    text: deltas.map((delta) => delta.text ?? '').join(''),
    input: deltas.map((delta) => delta.toolUse?.input ?? '').join(''),
    start: named('contentBlockStart')[0]?.start,
    stopReason: named('messageStop')[0].stopReason,
    metadata: named('metadata')[0],
  };
}

export const tests = {
  async 'Converse answers with text, usage and metrics'({ runtime }) {
    const answer = await runtime.send(new ConverseCommand(ask('What is DNS?')));

    assert.equal(answer.output.message.role, 'assistant');
    assert.match(answer.output.message.content[0].text, /What is DNS\?/);
    assert.equal(answer.stopReason, 'end_turn');
    assert.equal(answer.usage.totalTokens, answer.usage.inputTokens + answer.usage.outputTokens);
    assert.ok(answer.metrics.latencyMs >= 1);
    assert.ok(answer.$metadata.requestId);
  },

  async 'ConverseStream says the same in events'({ runtime }) {
    const whole = await runtime.send(new ConverseCommand(ask('What is DHCP?')));
    const { stream } = await runtime.send(new ConverseStreamCommand(ask('What is DHCP?')));
    const streamed = await read(stream);

    assert.equal(streamed.text, whole.output.message.content[0].text);
    assert.equal(streamed.names[0], 'messageStart');
    assert.equal(streamed.names.at(-1), 'metadata');
    assert.equal(streamed.stopReason, 'end_turn');
    assert.deepEqual(streamed.metadata.usage, whole.usage);
  },

  async 'a forced tool is used with input that fits its schema'({ runtime }) {
    const answer = await runtime.send(new ConverseCommand(ask('Weather?', { toolConfig })));
    const { toolUse } = answer.output.message.content[0];
    const { stream } = await runtime.send(new ConverseStreamCommand(ask('Weather?', { toolConfig })));
    const streamed = await read(stream);

    assert.equal(answer.stopReason, 'tool_use');
    assert.equal(toolUse.name, 'get_weather');
    assert.deepEqual(toolUse.input, { city: 'example', days: 2 });
    assert.deepEqual(streamed.start.toolUse, { name: 'get_weather', toolUseId: toolUse.toolUseId });
    assert.deepEqual(JSON.parse(streamed.input), toolUse.input);
  },

  async 'a tool result is answered'({ runtime }) {
    const toolUse = { toolUseId: 'a', name: 'get_weather', input: { city: 'Rome', days: 2 } };
    const messages = [
      { role: 'user', content: [{ text: 'Weather?' }] },
      { role: 'assistant', content: [{ toolUse }] },
      { role: 'user', content: [{ toolResult: { toolUseId: 'a', content: [{ json: { sun: true } }] } }] },
    ];
    const { tools } = toolConfig;
    const answer = await runtime.send(new ConverseCommand({ modelId, messages, toolConfig: { tools } }));

    assert.equal(answer.stopReason, 'end_turn');
  },

  async 'JSON that a schema asks for satisfies it'({ runtime }) {
    const schema = JSON.stringify(inputSchema.json);
    const textFormat = { type: 'json_schema', structure: { jsonSchema: { name: 'weather', schema } } };
    const answer = await runtime.send(new ConverseCommand(ask('Weather?', { outputConfig: { textFormat } })));

    assert.deepEqual(JSON.parse(answer.output.message.content[0].text), { city: 'example', days: 2 });
  },

  async 'inference parameters are obeyed'({ runtime }) {
    const answer = await runtime.send(new ConverseCommand(ask('Tell me all', { inferenceConfig: { maxTokens: 3 } })));

    assert.equal(answer.stopReason, 'max_tokens');
    assert.equal(answer.usage.outputTokens, 3);
  },

  async 'an ARN is a model id too'({ runtime }) {
    const profile = 'arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.amazon.nova-micro-v1:0';
    const answer = await runtime.send(new ConverseCommand(ask('hi', { modelId: profile })));

    assert.equal(answer.stopReason, 'end_turn');
  },

  async 'a hundred streams at once are each complete'({ runtime }) {
    const streams = Array.from({ length: 100 }, async (_, i) => {
      const { stream } = await runtime.send(new ConverseStreamCommand(ask(`Question ${i}.`)));
      return read(stream);
    });

    (await Promise.all(streams)).forEach((streamed, i) => {
      assert.ok(streamed.text.includes(`Question ${i}.`));
      assert.ok(streamed.metadata.usage.outputTokens > 0);
    });
  },
};
