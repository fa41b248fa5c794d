extension PythonLibrary {
    static let layers = #"""
        def _pair(value):
            return (value, value) if isinstance(value, int) else tuple(value)
        class Linear(Module):
            __module__ = 'torch.nn.modules.linear'
            def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
                super().__init__()
                self.in_features, self.out_features = in_features, out_features
                self.weight = Parameter(torch.empty((out_features, in_features), dtype=dtype))
                self.bias = Parameter(torch.empty(out_features, dtype=dtype)) if bias else None
                self.reset_parameters()
            def reset_parameters(self):
                bound = 1 / math.sqrt(self.in_features) if self.in_features > 0 else 0
                init.uniform_(self.weight, -bound, bound)
                if self.bias is not None:
                    init.uniform_(self.bias, -bound, bound)
            def forward(self, input):
                if input.dim() and input.shape[-1] != self.in_features:
                    rows = 1
                    for n in list(input.shape)[:-1]:
                        rows *= n
                    if input.dim() == 1:
                        raise RuntimeError(f'size mismatch, got input ({self.out_features}), mat ({self.out_features}x{self.in_features}), vec ({input.shape[-1]})')
                    raise RuntimeError(('addmm: ' if input.dim() == 2 and self.bias is not None else '') + f'mat1 and mat2 shapes cannot be multiplied ({rows}x{input.shape[-1]} and {self.in_features}x{self.out_features})')
                if input.dtype != self.weight.dtype:
                    raise RuntimeError(f'mat1 and mat2 must have the same dtype, but got {_scalar_name(input)} and {_scalar_name(self.weight)}')
                return F.linear(input, self.weight, self.bias)
            def extra_repr(self):
                return f'in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}'
        def _scalar_name(tensor):
            names = {'torch.float32': 'Float', 'torch.float64': 'Double', 'torch.int64': 'Long', 'torch.int32': 'Int', 'torch.bool': 'Bool', 'torch.float16': 'Half'}
            return names.get(str(tensor.dtype), str(tensor.dtype))
        class Bilinear(Module):
            __module__ = 'torch.nn.modules.linear'
            def __init__(self, in1_features, in2_features, out_features, bias=True):
                super().__init__()
                bound = 1 / math.sqrt(in1_features)
                self.weight = Parameter(torch.empty(out_features, in1_features, in2_features))
                self.bias = Parameter(torch.empty(out_features)) if bias else None
                init.uniform_(self.weight, -bound, bound)
                if bias:
                    init.uniform_(self.bias, -bound, bound)
            def forward(self, input1, input2):
                result = torch.einsum('bi,oij,bj->bo', input1, self.weight, input2)
                return result if self.bias is None else result + self.bias
        class _Convolution(Module):
            __module__ = 'torch.nn.modules.conv'
            def __init__(self, in_channels, out_channels, kernel, stride, padding, dilation, groups, bias, mode):
                super().__init__()
                if in_channels % groups:
                    raise ValueError('in_channels must be divisible by groups')
                if out_channels % groups:
                    raise ValueError('out_channels must be divisible by groups')
                self.in_channels, self.out_channels, self.kernel_size = in_channels, out_channels, kernel
                self.stride, self.padding, self.dilation, self.groups = stride, padding, dilation, groups
                fan = in_channels // groups
                for k in kernel:
                    fan *= k
                self.weight = Parameter(torch.empty((out_channels, in_channels // groups) + kernel))
                self.bias = Parameter(torch.empty(out_channels)) if bias else None
                bound = 1 / math.sqrt(fan)
                init.uniform_(self.weight, -bound, bound)
                if bias:
                    init.uniform_(self.bias, -bound, bound)
            def extra_repr(self):
                text = f'{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}'
                if self.padding != (0,) * len(self.kernel_size):
                    text += f', padding={self.padding}'
                if self.dilation != (1,) * len(self.kernel_size):
                    text += f', dilation={self.dilation}'
                if self.groups != 1:
                    text += f', groups={self.groups}'
                return text + ('' if self.bias is not None else ', bias=False')
        class Conv2d(_Convolution):
            def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, padding_mode='zeros', device=None, dtype=None):
                super().__init__(in_channels, out_channels, _pair(kernel_size), _pair(stride),
                                 padding if isinstance(padding, str) else _pair(padding), _pair(dilation), groups, bias, padding_mode)
            def forward(self, input):
                if input.dim() == 3:
                    return self.forward(input.unsqueeze(0)).squeeze(0)
                return F.conv2d(input, self.weight, self.bias, self.stride, self.padding, self.dilation, self.groups)
        class Conv1d(_Convolution):
            def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, padding_mode='zeros', device=None, dtype=None):
                super().__init__(in_channels, out_channels, (kernel_size,) if isinstance(kernel_size, int) else tuple(kernel_size), (stride,) if isinstance(stride, int) else tuple(stride),
                                 padding if isinstance(padding, str) else (padding,) if isinstance(padding, int) else tuple(padding), (dilation,) if isinstance(dilation, int) else tuple(dilation), groups, bias, padding_mode)
            def forward(self, input):
                if input.dim() == 2:
                    return self.forward(input.unsqueeze(0)).squeeze(0)
                return F.conv1d(input, self.weight, self.bias, self.stride, self.padding, self.dilation, self.groups)
        class _Pool(Module):
            __module__ = 'torch.nn.modules.pooling'
            def __init__(self, kernel_size, stride=None, padding=0, dilation=1, return_indices=False, ceil_mode=False):
                super().__init__()
                self.kernel_size, self.stride = kernel_size, stride if stride is not None else kernel_size
                self.padding, self.dilation, self.ceil_mode = padding, dilation, ceil_mode
        class MaxPool2d(_Pool):
            def forward(self, input):
                return F.max_pool2d(input, self.kernel_size, self.stride, self.padding)
            def extra_repr(self):
                return f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}, dilation={self.dilation}, ceil_mode={self.ceil_mode}'
        class AvgPool2d(_Pool):
            def forward(self, input):
                return F.avg_pool2d(input, self.kernel_size, self.stride, self.padding)
            def extra_repr(self):
                return f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}'
        class MaxPool1d(_Pool):
            def forward(self, input):
                return F.max_pool1d(input, self.kernel_size, self.stride, self.padding)
        class AvgPool1d(_Pool):
            def forward(self, input):
                return F.avg_pool1d(input, self.kernel_size, self.stride, self.padding)
        class AdaptiveAvgPool2d(Module):
            __module__ = 'torch.nn.modules.pooling'
            def __init__(self, output_size):
                super().__init__()
                self.output_size = output_size
            def forward(self, input):
                return F.adaptive_avg_pool2d(input, self.output_size)
            def extra_repr(self):
                return f'output_size={self.output_size}'
        class _BatchNorm(Module):
            __module__ = 'torch.nn.modules.batchnorm'
            def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None):
                super().__init__()
                self.num_features, self.eps, self.momentum = num_features, eps, momentum
                self.affine, self.track_running_stats = affine, track_running_stats
                self.weight = Parameter(torch.ones(num_features)) if affine else None
                self.bias = Parameter(torch.zeros(num_features)) if affine else None
                self.register_buffer('running_mean', torch.zeros(num_features) if track_running_stats else None)
                self.register_buffer('running_var', torch.ones(num_features) if track_running_stats else None)
                self.register_buffer('num_batches_tracked', torch.tensor(0) if track_running_stats else None)
            def forward(self, input):
                if input.dim() not in self.dims:
                    raise ValueError(f'expected {" or ".join(str(d) + "D" for d in self.dims)} input (got {input.dim()}D input)')
                if input.shape[1] != self.num_features:
                    raise RuntimeError(f'running_mean should contain {input.shape[1]} elements not {self.num_features}')
                if self.training and self.track_running_stats:
                    self.num_batches_tracked = self.num_batches_tracked + 1
                return F.batch_norm(input, self.running_mean, self.running_var, self.weight, self.bias,
                                    self.training or not self.track_running_stats, self.momentum, self.eps)
            def extra_repr(self):
                return f'{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, track_running_stats={self.track_running_stats}'
        class BatchNorm1d(_BatchNorm):
            dims = (2, 3)
        class BatchNorm2d(_BatchNorm):
            dims = (4,)
        class LayerNorm(Module):
            __module__ = 'torch.nn.modules.normalization'
            def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True, bias=True, device=None, dtype=None):
                super().__init__()
                self.normalized_shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
                self.eps, self.elementwise_affine = eps, elementwise_affine
                self.weight = Parameter(torch.ones(self.normalized_shape)) if elementwise_affine else None
                self.bias = Parameter(torch.zeros(self.normalized_shape)) if elementwise_affine and bias else None
            def forward(self, input):
                return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)
            def extra_repr(self):
                return f'{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}'
        class RMSNorm(Module):
            __module__ = 'torch.nn.modules.normalization'
            def __init__(self, normalized_shape, eps=None, elementwise_affine=True):
                super().__init__()
                self.normalized_shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
                self.eps, self.elementwise_affine = eps, elementwise_affine
                self.weight = Parameter(torch.ones(self.normalized_shape))
            def forward(self, input):
                dims = tuple(range(-len(self.normalized_shape), 0))
                eps = 1.1920929e-07 if self.eps is None else self.eps
                return input / torch.sqrt((input ** 2).mean(dim=dims, keepdim=True) + eps) * self.weight
            def extra_repr(self):
                return f'{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}'
        class GroupNorm(Module):
            __module__ = 'torch.nn.modules.normalization'
            def __init__(self, num_groups, num_channels, eps=1e-5, affine=True):
                super().__init__()
                if num_channels % num_groups:
                    raise ValueError('num_channels must be divisible by num_groups')
                self.num_groups, self.num_channels, self.eps, self.affine = num_groups, num_channels, eps, affine
                self.weight, self.bias = Parameter(torch.ones(num_channels)), Parameter(torch.zeros(num_channels))
            def forward(self, input):
                x = input.reshape(input.shape[0], self.num_groups, -1)
                mean = x.mean(dim=-1, keepdim=True)
                x = (x - mean) / torch.sqrt(((x - mean) ** 2).mean(dim=-1, keepdim=True) + self.eps)
                shape = [1, -1] + [1] * (input.dim() - 2)
                return x.reshape(input.shape) * self.weight.reshape(shape) + self.bias.reshape(shape)
            def extra_repr(self):
                return f'{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}'
        class Embedding(Module):
            __module__ = 'torch.nn.modules.sparse'
            def __init__(self, num_embeddings, embedding_dim, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False, device=None, dtype=None):
                super().__init__()
                self.num_embeddings, self.embedding_dim, self.padding_idx = num_embeddings, embedding_dim, padding_idx
                self.weight = Parameter(torch.empty(num_embeddings, embedding_dim))
                init.normal_(self.weight)
                if padding_idx is not None:
                    with torch.no_grad():
                        self.weight[padding_idx] = 0
            @classmethod
            def from_pretrained(cls, embeddings, freeze=True, padding_idx=None):
                result = cls(embeddings.shape[0], embeddings.shape[1], padding_idx)
                result.weight = Parameter(embeddings, requires_grad=not freeze)
                return result
            def forward(self, input):
                if input.is_floating_point():
                    raise RuntimeError("Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding)")
                return F.embedding(input, self.weight)
            def extra_repr(self):
                text = f'{self.num_embeddings}, {self.embedding_dim}'
                return text if self.padding_idx is None else text + f', padding_idx={self.padding_idx}'

        """#

    static let recurrent = #"""
        class _CellBase(Module):
            __module__ = 'torch.nn.modules.rnn'
            def __init__(self, input_size, hidden_size, bias, gates):
                super().__init__()
                self.input_size, self.hidden_size = input_size, hidden_size
                self.weight_ih = Parameter(torch.empty(gates * hidden_size, input_size))
                self.weight_hh = Parameter(torch.empty(gates * hidden_size, hidden_size))
                self.bias_ih = Parameter(torch.empty(gates * hidden_size)) if bias else None
                self.bias_hh = Parameter(torch.empty(gates * hidden_size)) if bias else None
                bound = 1 / math.sqrt(hidden_size)
                for value in self.parameters():
                    init.uniform_(value, -bound, bound)
            def extra_repr(self):
                return f'{self.input_size}, {self.hidden_size}'
        def _rnn_step(x, h, w, u, b, c, act):
            return act(F.linear(x, w, b) + F.linear(h, u, c))
        def _lstm_step(x, state, w, u, b, c):
            h, memory = state
            i, f, g, o = torch.chunk(F.linear(x, w, b) + F.linear(h, u, c), 4, dim=-1)
            memory = torch.sigmoid(f) * memory + torch.sigmoid(i) * torch.tanh(g)
            return torch.sigmoid(o) * torch.tanh(memory), memory
        def _gru_step(x, h, w, u, b, c):
            r1, z1, n1 = torch.chunk(F.linear(x, w, b), 3, dim=-1)
            r2, z2, n2 = torch.chunk(F.linear(h, u, c), 3, dim=-1)
            r, z = torch.sigmoid(r1 + r2), torch.sigmoid(z1 + z2)
            return (1 - z) * torch.tanh(n1 + r * n2) + z * h
        class RNNCell(_CellBase):
            def __init__(self, input_size, hidden_size, bias=True, nonlinearity='tanh', device=None, dtype=None):
                super().__init__(input_size, hidden_size, bias, 1)
                self.nonlinearity = nonlinearity
            def forward(self, input, hx=None):
                hx = torch.zeros(list(input.shape)[:-1] + [self.hidden_size]) if hx is None else hx
                act = torch.tanh if self.nonlinearity == 'tanh' else torch.relu
                return _rnn_step(input, hx, self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh, act)
        class LSTMCell(_CellBase):
            def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
                super().__init__(input_size, hidden_size, bias, 4)
            def forward(self, input, hx=None):
                if hx is None:
                    zeros = torch.zeros(list(input.shape)[:-1] + [self.hidden_size])
                    hx = (zeros, zeros)
                return _lstm_step(input, hx, self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh)
        class GRUCell(_CellBase):
            def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
                super().__init__(input_size, hidden_size, bias, 3)
            def forward(self, input, hx=None):
                hx = torch.zeros(list(input.shape)[:-1] + [self.hidden_size]) if hx is None else hx
                return _gru_step(input, hx, self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh)
        class _Recurrent(Module):
            __module__ = 'torch.nn.modules.rnn'
            def __init__(self, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False, device=None, dtype=None, proj_size=0, nonlinearity='tanh'):
                super().__init__()
                self.input_size, self.hidden_size, self.num_layers = input_size, hidden_size, num_layers
                self.bias, self.batch_first, self.dropout, self.bidirectional = bias, batch_first, dropout, bidirectional
                self.nonlinearity = nonlinearity
                bound = 1 / math.sqrt(hidden_size)
                for layer in range(num_layers):
                    for end in ['', '_reverse'] if bidirectional else ['']:
                        size = input_size if layer == 0 else hidden_size * (2 if bidirectional else 1)
                        setattr(self, f'weight_ih_l{layer}{end}', Parameter(torch.empty(self.gates * hidden_size, size)))
                        setattr(self, f'weight_hh_l{layer}{end}', Parameter(torch.empty(self.gates * hidden_size, hidden_size)))
                        if bias:
                            setattr(self, f'bias_ih_l{layer}{end}', Parameter(torch.empty(self.gates * hidden_size)))
                            setattr(self, f'bias_hh_l{layer}{end}', Parameter(torch.empty(self.gates * hidden_size)))
                for value in self.parameters():
                    init.uniform_(value, -bound, bound)
            def _weights(self, layer, end):
                b, c = (getattr(self, f'bias_ih_l{layer}{end}'), getattr(self, f'bias_hh_l{layer}{end}')) if self.bias else (None, None)
                return getattr(self, f'weight_ih_l{layer}{end}'), getattr(self, f'weight_hh_l{layer}{end}'), b, c
            def forward(self, input, hx=None):
                if input.dim() not in (2, 3):
                    raise RuntimeError(f'{type(self).__name__}: Expected input to be 2D or 3D, got {input.dim()}D tensor instead')
                single = input.dim() == 2
                if single:
                    input = input.unsqueeze(0 if self.batch_first else 1)
                if input.shape[-1] != self.input_size:
                    raise RuntimeError(f'input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.shape[-1]}')
                steps = input.transpose(0, 1) if self.batch_first else input
                batch = steps.shape[1]
                ends = ['', '_reverse'] if self.bidirectional else ['']
                count = self.num_layers * len(ends)
                if hx is None:
                    zeros = torch.zeros(count, batch, self.hidden_size)
                    hx = (zeros, zeros) if self.pairs else zeros
                elif single:
                    hx = tuple(x.unsqueeze(1) for x in hx) if self.pairs else hx.unsqueeze(1)
                first = hx[0] if self.pairs else hx
                if tuple(first.shape) != (count, batch, self.hidden_size):
                    raise RuntimeError(f'Expected hidden{"[0]" if self.pairs else ""} size {(count, batch, self.hidden_size)}, got {list(first.shape)}')
                final = []
                for layer in range(self.num_layers):
                    outputs = []
                    for place, end in enumerate(ends):
                        at = layer * len(ends) + place
                        state = (hx[0][at], hx[1][at]) if self.pairs else hx[at]
                        weights = self._weights(layer, end)
                        line = []
                        order = range(steps.shape[0])
                        for t in (reversed(order) if end else order):
                            state = self.step(steps[t], state, *weights)
                            line.append(state[0] if self.pairs else state)
                        if end:
                            line.reverse()
                        final.append(state)
                        outputs.append(torch.stack(line))
                    steps = outputs[0] if len(outputs) == 1 else torch.cat(outputs, dim=-1)
                    if self.dropout and layer + 1 < self.num_layers:
                        steps = F.dropout(steps, self.dropout, self.training)
                output = steps.transpose(0, 1) if self.batch_first else steps
                last = (torch.stack([s[0] for s in final]), torch.stack([s[1] for s in final])) if self.pairs else torch.stack(final)
                if single:
                    output = output.squeeze(0 if self.batch_first else 1)
                    last = tuple(x.squeeze(1) for x in last) if self.pairs else last.squeeze(1)
                return output, last
            def extra_repr(self):
                text = f'{self.input_size}, {self.hidden_size}'
                if self.num_layers != 1:
                    text += f', num_layers={self.num_layers}'
                if not self.bias:
                    text += f', bias={self.bias}'
                if self.batch_first:
                    text += f', batch_first={self.batch_first}'
                if self.dropout:
                    text += f', dropout={self.dropout}'
                if self.bidirectional:
                    text += f', bidirectional={self.bidirectional}'
                return text
        class RNN(_Recurrent):
            gates, pairs = 1, False
            def __init__(self, input_size, hidden_size, num_layers=1, nonlinearity='tanh', bias=True, batch_first=False, dropout=0.0, bidirectional=False, device=None, dtype=None):
                super().__init__(input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, nonlinearity=nonlinearity)
            def step(self, x, state, *weights):
                return _rnn_step(x, state, *weights, torch.tanh if self.nonlinearity == 'tanh' else torch.relu)
        class LSTM(_Recurrent):
            gates, pairs = 4, True
            def step(self, x, state, *weights):
                return _lstm_step(x, state, *weights)
        class GRU(_Recurrent):
            gates, pairs = 3, False
            def step(self, x, state, *weights):
                return _gru_step(x, state, *weights)
        class MultiheadAttention(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False, add_zero_attn=False, kdim=None, vdim=None, batch_first=False, device=None, dtype=None):
                super().__init__()
                if embed_dim % num_heads:
                    raise AssertionError('embed_dim must be divisible by num_heads')
                self.embed_dim, self.num_heads, self.dropout, self.batch_first = embed_dim, num_heads, dropout, batch_first
                self.head_dim = embed_dim // num_heads
                self.in_proj_weight = Parameter(torch.empty(3 * embed_dim, embed_dim))
                self.in_proj_bias = Parameter(torch.zeros(3 * embed_dim))
                self.out_proj = Linear(embed_dim, embed_dim)
                init.xavier_uniform_(self.in_proj_weight)
                init.zeros_(self.out_proj.bias)
            def forward(self, query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None, average_attn_weights=True, is_causal=False):
                if not self.batch_first:
                    query, key, value = query.transpose(0, 1), key.transpose(0, 1), value.transpose(0, 1)
                e, heads = self.embed_dim, self.num_heads
                def split(x, place):
                    w = self.in_proj_weight[place * e:(place + 1) * e]
                    y = F.linear(x, w, self.in_proj_bias[place * e:(place + 1) * e])
                    return y.reshape(y.shape[0], y.shape[1], heads, -1).transpose(1, 2)
                q, k, v = split(query, 0), split(key, 1), split(value, 2)
                scores = q @ k.transpose(-2, -1) / math.sqrt(self.head_dim)
                if attn_mask is not None:
                    scores = scores.masked_fill(attn_mask, float('-inf')) if attn_mask.dtype == torch.bool else scores + attn_mask
                if key_padding_mask is not None:
                    scores = scores.masked_fill(key_padding_mask[:, None, None, :], float('-inf'))
                weights = F.dropout(torch.softmax(scores, dim=-1), self.dropout, self.training)
                joined = (weights @ v).transpose(1, 2).reshape(query.shape[0], query.shape[1], e)
                output = self.out_proj(joined)
                if not self.batch_first:
                    output = output.transpose(0, 1)
                return output, (weights.mean(dim=1) if average_attn_weights else weights) if need_weights else None
        class TransformerEncoderLayer(Module):
            __module__ = 'torch.nn.modules.transformer'
            def __init__(self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation='relu', layer_norm_eps=1e-5, batch_first=False, norm_first=False, bias=True, device=None, dtype=None):
                super().__init__()
                self.self_attn = MultiheadAttention(d_model, nhead, dropout=dropout, batch_first=batch_first)
                self.linear1, self.dropout, self.linear2 = Linear(d_model, dim_feedforward), Dropout(dropout), Linear(dim_feedforward, d_model)
                self.norm1, self.norm2 = LayerNorm(d_model, eps=layer_norm_eps), LayerNorm(d_model, eps=layer_norm_eps)
                self.dropout1, self.dropout2 = Dropout(dropout), Dropout(dropout)
                self.activation = (F.gelu if activation == 'gelu' else F.relu) if isinstance(activation, str) else activation
                self.norm_first = norm_first
            def _attend(self, x, mask, padding):
                return self.dropout1(self.self_attn(x, x, x, attn_mask=mask, key_padding_mask=padding, need_weights=False)[0])
            def _feed(self, x):
                return self.dropout2(self.linear2(self.dropout(self.activation(self.linear1(x)))))
            def forward(self, src, src_mask=None, src_key_padding_mask=None, is_causal=False):
                x = src
                if self.norm_first:
                    x = x + self._attend(self.norm1(x), src_mask, src_key_padding_mask)
                    return x + self._feed(self.norm2(x))
                x = self.norm1(x + self._attend(x, src_mask, src_key_padding_mask))
                return self.norm2(x + self._feed(x))
        class TransformerEncoder(Module):
            __module__ = 'torch.nn.modules.transformer'
            def __init__(self, encoder_layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True):
                super().__init__()
                import copy
                self.layers = ModuleList([copy.deepcopy(encoder_layer) for _ in range(num_layers)])
                self.num_layers, self.norm = num_layers, norm
            def forward(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
                for layer in self.layers:
                    src = layer(src, mask, src_key_padding_mask)
                return src if self.norm is None else self.norm(src)

        """#
}
