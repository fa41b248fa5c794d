extension PythonLibrary {
    static let parameterModule = #"""
        """#

    /// `torch.nn`: modules without weights of their own first, then layers.
    static let neuralNetworks = moduleBase + plainModules + layers + recurrent + losses

    private static let moduleBase = #"""
        import math
        import torch
        import torch.nn.functional as F
        import torch.nn.init as init
        from collections import OrderedDict
        from torch.nn.parameter import Parameter

        class Module:
            __module__ = 'torch.nn.modules.module'
            def __init__(self, *args, **kwargs):
                object.__setattr__(self, 'training', True)
            def __setattr__(self, name, value):
                if isinstance(value, (Parameter, Module)) and 'training' not in self.__dict__:
                    what = 'module' if isinstance(value, Module) else 'parameters'
                    raise AttributeError(f'cannot assign {what} before Module.__init__() call')
                object.__setattr__(self, name, value)
            def __call__(self, *args, **kwargs):
                return self.forward(*args, **kwargs)
            def forward(self, *args, **kwargs):
                raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function')
            def _own(self, kind):
                return [(name, value) for name, value in self.__dict__.items() if isinstance(value, kind)]
            def named_children(self):
                return self._own(Module)
            def children(self):
                return iter([module for _, module in self.named_children()])
            def named_modules(self, memo=None, prefix='', remove_duplicate=True):
                yield prefix, self
                for name, module in self.named_children():
                    yield from module.named_modules(None, prefix + ('.' if prefix else '') + name)
            def modules(self):
                for _, module in self.named_modules():
                    yield module
            def named_parameters(self, prefix='', recurse=True, remove_duplicate=True):
                seen = []
                for path, module in self.named_modules(None, prefix) if recurse else [(prefix, self)]:
                    for name, value in module._own(Parameter):
                        if _identity(value) not in seen:
                            seen.append(_identity(value))
                            yield path + ('.' if path else '') + name, value
            def parameters(self, recurse=True):
                for _, value in self.named_parameters(recurse=recurse):
                    yield value
            def _buffer_names(self):
                return self.__dict__.get('_buffers', [])
            def register_buffer(self, name, tensor, persistent=True):
                object.__setattr__(self, '_buffers', list(self._buffer_names()) + [name])
                object.__setattr__(self, name, tensor)
            def register_parameter(self, name, param):
                setattr(self, name, param)
            def add_module(self, name, module):
                setattr(self, name, module)
            register_module = add_module
            def named_buffers(self, prefix='', recurse=True):
                for path, module in self.named_modules(None, prefix):
                    for name in module._buffer_names():
                        yield path + ('.' if path else '') + name, getattr(module, name)
            def buffers(self, recurse=True):
                for _, value in self.named_buffers():
                    yield value
            def state_dict(self, *args, **kwargs):
                result = OrderedDict()
                for path, module in self.named_modules():
                    start = path + ('.' if path else '')
                    for name, value in module._own(Parameter):
                        result[start + name] = value.detach()
                    for name in module._buffer_names():
                        if getattr(module, name) is not None:
                            result[start + name] = getattr(module, name)
                return result
            def load_state_dict(self, state_dict, strict=True, assign=False):
                own = self.state_dict()
                absent = [key for key in own if key not in state_dict]
                extra = [key for key in state_dict if key not in own]
                if strict and (absent or extra):
                    raise RuntimeError(f'Error(s) in loading state_dict for {type(self).__name__}')
                for path, module in self.named_modules():
                    start = path + ('.' if path else '')
                    for name, value in module._own(Parameter):
                        if start + name in state_dict:
                            with torch.no_grad():
                                value.copy_(state_dict[start + name])
                    for name in module._buffer_names():
                        if start + name in state_dict:
                            object.__setattr__(module, name, state_dict[start + name].clone())
            def train(self, mode=True):
                for module in self.modules():
                    object.__setattr__(module, 'training', mode)
                return self
            def eval(self):
                return self.train(False)
            def zero_grad(self, set_to_none=True):
                for value in self.parameters():
                    value.grad = None
            def requires_grad_(self, requires_grad=True):
                for value in self.parameters():
                    value.requires_grad_(requires_grad)
                return self
            def apply(self, fn):
                for module in self.children():
                    module.apply(fn)
                fn(self)
                return self
            def to(self, *args, **kwargs):
                for value in self.parameters():
                    value.data = value.data.to(*args, **kwargs)
                return self
            def cpu(self):
                return self
            def cuda(self, device=None):
                return self.to('cuda')
            def double(self):
                for value in self.parameters():
                    value.data = value.data.double()
                return self
            def float(self):
                return self
            def get_parameter(self, target):
                return dict(self.named_parameters())[target]
            def extra_repr(self):
                return ''
            def _get_name(self):
                return type(self).__name__
            def __repr__(self):
                lines = []
                for name, module in self.named_children():
                    lines.append(f'({name}): ' + repr(module).replace('\n', '\n  '))
                extra = self.extra_repr()
                if not lines:
                    return f'{self._get_name()}({extra})'
                return self._get_name() + '(\n  ' + '\n  '.join(lines) + '\n)'

        class Sequential(Module):
            __module__ = 'torch.nn.modules.container'
            def __init__(self, *args):
                super().__init__()
                if len(args) == 1 and isinstance(args[0], dict):
                    for name, module in args[0].items():
                        object.__setattr__(self, name, module)
                else:
                    for place, module in enumerate(args):
                        if not isinstance(module, Module):
                            raise TypeError(f'{_type_name(module)} is not a Module subclass')
                        object.__setattr__(self, str(place), module)
            def forward(self, input):
                for module in self.children():
                    input = module(input)
                return input
            def __len__(self):
                return len(self.named_children())
            def __iter__(self):
                return self.children()
            def __getitem__(self, index):
                modules = [module for _, module in self.named_children()]
                if isinstance(index, slice):
                    return Sequential(*modules[index])
                if not -len(modules) <= index < len(modules):
                    raise IndexError(f'index {index} is out of range')
                return modules[index]
            def append(self, module):
                object.__setattr__(self, str(len(self)), module)
                return self
        def _type_name(value):
            return str(type(value)).split("'")[1]

        class ModuleList(Module):
            __module__ = 'torch.nn.modules.container'
            def __init__(self, modules=None):
                super().__init__()
                for module in modules or []:
                    self.append(module)
            def append(self, module):
                object.__setattr__(self, str(len(self)), module)
                return self
            def extend(self, modules):
                for module in modules:
                    self.append(module)
                return self
            def __len__(self):
                return len(self.named_children())
            def __iter__(self):
                return self.children()
            def __getitem__(self, index):
                modules = [module for _, module in self.named_children()]
                if isinstance(index, slice):
                    return ModuleList(modules[index])
                if not -len(modules) <= index < len(modules):
                    raise IndexError(f'index {index} is out of range')
                return modules[index]
        class ModuleDict(Module):
            __module__ = 'torch.nn.modules.container'
            def __init__(self, modules=None):
                super().__init__()
                for name, module in (modules or {}).items():
                    object.__setattr__(self, name, module)
            def __getitem__(self, key):
                return dict(self.named_children())[key]
            def __setitem__(self, key, module):
                object.__setattr__(self, key, module)
            def __contains__(self, key):
                return key in self.keys()
            def __len__(self):
                return len(self.named_children())
            def __iter__(self):
                return iter(self.keys())
            def keys(self):
                return [name for name, _ in self.named_children()]
            def values(self):
                return [module for _, module in self.named_children()]
            def items(self):
                return self.named_children()
        class ParameterList(Module):
            __module__ = 'torch.nn.modules.container'
            def __init__(self, values=None):
                super().__init__()
                for value in values or []:
                    self.append(value)
            def append(self, value):
                object.__setattr__(self, str(len(self)), value if isinstance(value, Parameter) else Parameter(value))
                return self
            def __len__(self):
                return len(self._own(Parameter))
            def __iter__(self):
                return iter([value for _, value in self._own(Parameter)])
            def __getitem__(self, index):
                return [value for _, value in self._own(Parameter)][index]

        """#

    private static let plainModules = #"""
        class Identity(Module):
            __module__ = 'torch.nn.modules.linear'
            def __init__(self, *args, **kwargs):
                super().__init__()
            def forward(self, input):
                return input
        class _Plain(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, inplace=False):
                super().__init__()
                self.inplace = inplace
            def extra_repr(self):
                return 'inplace=True' if self.inplace else ''
        class ReLU(_Plain):
            def forward(self, input):
                return F.relu(input)
        class ReLU6(_Plain):
            def forward(self, input):
                return torch.clamp(input, 0.0, 6.0)
        class SiLU(_Plain):
            def forward(self, input):
                return F.silu(input)
        class Mish(_Plain):
            def forward(self, input):
                return input * torch.tanh(F.softplus(input))
        class SELU(_Plain):
            def forward(self, input):
                return F.selu(input)
        class Sigmoid(Module):
            __module__ = 'torch.nn.modules.activation'
            def forward(self, input):
                return torch.sigmoid(input)
        class Tanh(Module):
            __module__ = 'torch.nn.modules.activation'
            def forward(self, input):
                return torch.tanh(input)
        class LogSigmoid(Module):
            __module__ = 'torch.nn.modules.activation'
            def forward(self, input):
                return F.logsigmoid(input)
        class Softsign(Module):
            __module__ = 'torch.nn.modules.activation'
            def forward(self, input):
                return F.softsign(input)
        class GELU(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, approximate='none'):
                super().__init__()
                self.approximate = approximate
            def forward(self, input):
                if self.approximate == 'tanh':
                    return 0.5 * input * (1 + torch.tanh(math.sqrt(2 / math.pi) * (input + 0.044715 * input ** 3)))
                return F.gelu(input)
            def extra_repr(self):
                return f'approximate={self.approximate!r}'
        class Softplus(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, beta=1.0, threshold=20.0):
                super().__init__()
                self.beta, self.threshold = beta, threshold
            def forward(self, input):
                return F.softplus(input * self.beta) / self.beta
            def extra_repr(self):
                return f'beta={self.beta}, threshold={self.threshold}'
        class LeakyReLU(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, negative_slope=0.01, inplace=False):
                super().__init__()
                self.negative_slope, self.inplace = negative_slope, inplace
            def forward(self, input):
                return F.leaky_relu(input, self.negative_slope)
            def extra_repr(self):
                return f'negative_slope={self.negative_slope}' + (', inplace=True' if self.inplace else '')
        class ELU(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, alpha=1.0, inplace=False):
                super().__init__()
                self.alpha, self.inplace = alpha, inplace
            def forward(self, input):
                return F.elu(input, self.alpha)
            def extra_repr(self):
                return f'alpha={self.alpha}' + (', inplace=True' if self.inplace else '')
        class Hardtanh(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, min_val=-1.0, max_val=1.0, inplace=False):
                super().__init__()
                self.min_val, self.max_val = min_val, max_val
            def forward(self, input):
                return torch.clamp(input, self.min_val, self.max_val)
            def extra_repr(self):
                return f'min_val={self.min_val}, max_val={self.max_val}'
        class PReLU(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, num_parameters=1, init=0.25):
                super().__init__()
                self.num_parameters = num_parameters
                self.weight = Parameter(torch.full((num_parameters,), init))
            def forward(self, input):
                return torch.relu(input) - self.weight * torch.relu(-input)
            def extra_repr(self):
                return f'num_parameters={self.num_parameters}'
        class Softmax(Module):
            __module__ = 'torch.nn.modules.activation'
            def __init__(self, dim=None):
                super().__init__()
                self.dim = dim
            def forward(self, input):
                return F.softmax(input, dim=self.dim if self.dim is not None else 1 if input.dim() > 1 else 0)
            def extra_repr(self):
                return f'dim={self.dim}'
        class LogSoftmax(Softmax):
            def forward(self, input):
                return F.log_softmax(input, dim=self.dim if self.dim is not None else 1 if input.dim() > 1 else 0)
        class Softmin(Softmax):
            def forward(self, input):
                return F.softmax(-input, dim=self.dim)
        class Flatten(Module):
            __module__ = 'torch.nn.modules.flatten'
            def __init__(self, start_dim=1, end_dim=-1):
                super().__init__()
                self.start_dim, self.end_dim = start_dim, end_dim
            def forward(self, input):
                return torch.flatten(input, self.start_dim, self.end_dim)
            def extra_repr(self):
                return f'start_dim={self.start_dim}, end_dim={self.end_dim}'
        class Unflatten(Module):
            __module__ = 'torch.nn.modules.flatten'
            def __init__(self, dim, unflattened_size):
                super().__init__()
                self.dim, self.unflattened_size = dim, unflattened_size
            def forward(self, input):
                shape = list(input.shape)
                return input.reshape(shape[:self.dim] + list(self.unflattened_size) + shape[self.dim:][1:])
            def extra_repr(self):
                return f'dim={self.dim}, unflattened_size={self.unflattened_size}'
        class Dropout(Module):
            __module__ = 'torch.nn.modules.dropout'
            def __init__(self, p=0.5, inplace=False):
                super().__init__()
                if not 0 <= p <= 1:
                    raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')
                self.p, self.inplace = p, inplace
            def forward(self, input):
                return F.dropout(input, self.p, self.training)
            def extra_repr(self):
                return f'p={self.p}, inplace={self.inplace}'
        class Dropout2d(Dropout):
            pass

        """#

    private static let losses = #"""
        class _Loss(Module):
            __module__ = 'torch.nn.modules.loss'
            def __init__(self, size_average=None, reduce=None, reduction='mean'):
                super().__init__()
                if reduction == '':
                    _incomplete('the reduction is left empty')
                self.reduction = reduction
        class MSELoss(_Loss):
            def forward(self, input, target):
                return F.mse_loss(input, target, reduction=self.reduction)
        class L1Loss(_Loss):
            def forward(self, input, target):
                return F.l1_loss(input, target, reduction=self.reduction)
        class SmoothL1Loss(_Loss):
            def __init__(self, size_average=None, reduce=None, reduction='mean', beta=1.0):
                super().__init__(reduction=reduction)
                self.beta = beta
            def forward(self, input, target):
                return F.smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)
        class HuberLoss(_Loss):
            def __init__(self, reduction='mean', delta=1.0):
                super().__init__(reduction=reduction)
                self.delta = delta
            def forward(self, input, target):
                return F.huber_loss(input, target, reduction=self.reduction, delta=self.delta)
        class KLDivLoss(_Loss):
            def __init__(self, size_average=None, reduce=None, reduction='mean', log_target=False):
                super().__init__(reduction=reduction)
                self.log_target = log_target
            def forward(self, input, target):
                return F.kl_div(input, target, reduction=self.reduction, log_target=self.log_target)
        class CrossEntropyLoss(_Loss):
            def __init__(self, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0):
                super().__init__(reduction=reduction)
                self.weight, self.ignore_index, self.label_smoothing = weight, ignore_index, label_smoothing
            def forward(self, input, target):
                return F.cross_entropy(input, target, weight=self.weight, ignore_index=self.ignore_index,
                                       reduction=self.reduction, label_smoothing=self.label_smoothing)
        class NLLLoss(_Loss):
            def __init__(self, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'):
                super().__init__(reduction=reduction)
                self.weight, self.ignore_index = weight, ignore_index
            def forward(self, input, target):
                return F.nll_loss(input, target, weight=self.weight, ignore_index=self.ignore_index, reduction=self.reduction)
        class BCELoss(_Loss):
            def __init__(self, weight=None, size_average=None, reduce=None, reduction='mean'):
                super().__init__(reduction=reduction)
                self.weight = weight
            def forward(self, input, target):
                return F.binary_cross_entropy(input, target, weight=self.weight, reduction=self.reduction)
        class BCEWithLogitsLoss(_Loss):
            def __init__(self, weight=None, size_average=None, reduce=None, reduction='mean', pos_weight=None):
                super().__init__(reduction=reduction)
                self.weight, self.pos_weight = weight, pos_weight
            def forward(self, input, target):
                return F.binary_cross_entropy_with_logits(input, target, weight=self.weight, reduction=self.reduction, pos_weight=self.pos_weight)
        class HingeEmbeddingLoss(_Loss):
            def __init__(self, margin=1.0, reduction='mean'):
                super().__init__(reduction=reduction)
                self.margin = margin
            def forward(self, input, target):
                each = torch.where(target == 1, input, torch.relu(self.margin - input))
                return F._reduced(each, self.reduction)
        class CosineSimilarity(Module):
            __module__ = 'torch.nn.modules.distance'
            def __init__(self, dim=1, eps=1e-8):
                super().__init__()
                self.dim, self.eps = dim, eps
            def forward(self, x1, x2):
                return F.cosine_similarity(x1, x2, dim=self.dim, eps=self.eps)
        class PairwiseDistance(Module):
            __module__ = 'torch.nn.modules.distance'
            def __init__(self, p=2.0, eps=1e-6, keepdim=False):
                super().__init__()
                self.p, self.eps, self.keepdim = p, eps, keepdim
            def forward(self, x1, x2):
                return F.pairwise_distance(x1, x2, self.p, self.eps, self.keepdim)
        class TripletMarginLoss(_Loss):
            def __init__(self, margin=1.0, p=2.0, eps=1e-6, swap=False, size_average=None, reduce=None, reduction='mean'):
                super().__init__(reduction=reduction)
                self.margin, self.p, self.eps = margin, p, eps
            def forward(self, anchor, positive, negative):
                near = F.pairwise_distance(anchor, positive, self.p, self.eps)
                far = F.pairwise_distance(anchor, negative, self.p, self.eps)
                return F._reduced(torch.relu(near - far + self.margin), self.reduction)
        """#

    static let functional = #"""
        import math
        import torch
        def _reduced(each, reduction):
            if reduction == 'none':
                return each
            if reduction == 'sum':
                return each.sum()
            if reduction == 'mean':
                return each.mean()
            if reduction == '':
                _incomplete('the reduction is left empty')
            raise ValueError(f'{reduction} is not a valid value for reduction')
        def linear(input, weight, bias=None):
            result = input @ weight.t() if weight.dim() == 2 else input @ weight
            return result if bias is None else result + bias
        def dropout(input, p=0.5, training=True, inplace=False):
            if not 0 <= p <= 1:
                raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')
            if not training or p == 0:
                return input
            if p == 1:
                return input * 0
            _lose()
            return input * (torch.rand_like(input) >= p).float() / (1 - p)
        dropout1d = dropout2d = dropout
        def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
            return torch.clamp(input, min_val, max_val)
        def relu6(input, inplace=False):
            return torch.clamp(input, 0.0, 6.0)
        def mish(input, inplace=False):
            return input * torch.tanh(softplus_(input))
        def softplus_(input):
            import torch.nn.functional as F
            return F.softplus(input)
        def softmin(input, dim=None):
            return torch.softmax(-input, dim=dim)
        def embedding(input, weight, padding_idx=None, *rest, **named):
            return weight[input]
        def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
            return input / torch.clamp(torch.norm(input, p=p, dim=dim, keepdim=True), min=eps)
        def cosine_similarity(x1, x2, dim=1, eps=1e-8):
            a = torch.clamp(torch.norm(x1, dim=dim), min=eps)
            b = torch.clamp(torch.norm(x2, dim=dim), min=eps)
            return (x1 * x2).sum(dim=dim) / (a * b)
        def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
            return torch.norm(x1 - x2 + eps, p=p, dim=-1, keepdim=keepdim)
        def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
            shape = [normalized_shape] if isinstance(normalized_shape, int) else list(normalized_shape)
            if list(input.shape)[input.dim() - len(shape):] != shape:
                raise RuntimeError(f'Given normalized_shape={shape}, expected input with shape [*, {", ".join(str(n) for n in shape)}], but got input of size{list(input.shape)}')
            dims = tuple(range(-len(shape), 0))
            mean = input.mean(dim=dims, keepdim=True)
            var = ((input - mean) ** 2).mean(dim=dims, keepdim=True)
            result = (input - mean) / torch.sqrt(var + eps)
            if weight is not None:
                result = result * weight
            return result if bias is None else result + bias
        def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
            dims = tuple(d for d in range(input.dim()) if d != 1)
            shape = [1, -1] + [1] * (input.dim() - 2)
            if training or running_mean is None:
                count = input.numel() // input.shape[1]
                if count <= 1:
                    raise ValueError(f'Expected more than 1 value per channel when training, got input size {input.shape}')
                mean = input.mean(dim=dims, keepdim=True)
                var = ((input - mean) ** 2).mean(dim=dims, keepdim=True)
                if running_mean is not None:
                    with torch.no_grad():
                        running_mean.mul_(1 - momentum).add_(momentum * mean.detach().reshape(-1))
                        running_var.mul_(1 - momentum).add_(momentum * var.detach().reshape(-1) * count / (count - 1))
            else:
                mean, var = running_mean.reshape(shape), running_var.reshape(shape)
            result = (input - mean) / torch.sqrt(var + eps)
            if weight is not None:
                result = result * weight.reshape(shape)
            return result if bias is None else result + bias.reshape(shape)
        def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'):
            return _picked(input, target, weight, ignore_index, reduction, 0.0)
        def _picked(scores, target, weight, ignore_index, reduction, label_smoothing):
            if scores.dim() == 1:
                scores, target = scores.reshape(1, -1), target.reshape(1)
            classes = scores.shape[1]
            if scores.dim() > 2:
                if scores.shape[0] != target.shape[0]:
                    raise ValueError(f'Expected input batch_size ({scores.shape[0]}) to match target batch_size ({target.shape[0]}).')
                order = [0] + list(range(2, scores.dim())) + [1]
                shape = target.shape
                scores, target = scores.permute(*order).reshape(-1, classes), target.reshape(-1)
            else:
                shape = target.shape
            if scores.shape[0] != target.shape[0]:
                raise ValueError(f'Expected input batch_size ({scores.shape[0]}) to match target batch_size ({target.shape[0]}).')
            keep = (target != ignore_index)
            for label in target.tolist():
                if label != ignore_index and not 0 <= label < classes:
                    raise IndexError(f'Target {label} is out of bounds.')
            index = torch.where(keep, target, torch.zeros_like(target))
            chosen = torch.eye(classes, dtype=scores.dtype)[index]
            w = chosen @ weight if weight is not None else torch.ones(target.shape[0], dtype=scores.dtype)
            w = w * keep.to(scores.dtype)
            each = -(scores * chosen).sum(dim=1) * w
            if label_smoothing:
                spread = scores if weight is None else scores * weight
                smooth = -spread.sum(dim=1) * keep.to(scores.dtype) / classes
                each = (1 - label_smoothing) * each + label_smoothing * smooth
            if reduction == 'mean':
                return each.sum() / w.sum()
            return each.reshape(shape) if reduction == 'none' else _reduced(each, reduction)
        def _general_cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0):
            if target.is_floating_point():
                if tuple(input.shape) != tuple(target.shape):
                    raise RuntimeError('Expected floating point type for target with class probabilities, got Long')
                dim = 1 if input.dim() > 1 else 0
                if label_smoothing:
                    target = target * (1 - label_smoothing) + label_smoothing / input.shape[dim]
                scores = torch.log_softmax(input, dim=dim)
                each = -(scores * target if weight is None else scores * target * weight).sum(dim=dim)
                if reduction == 'mean':
                    return each.sum() / (each.numel())
                return _reduced(each, reduction)
            scores = torch.log_softmax(input, dim=1 if input.dim() > 1 else 0)
            return _picked(scores, target, weight, ignore_index, reduction, label_smoothing)
        general_cross_entropy = _general_cross_entropy
        def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction='mean', pos_weight=None):
            if tuple(target.shape) != tuple(input.shape):
                raise ValueError(f'Target size ({target.shape}) must be the same as input size ({input.shape})')
            if pos_weight is None:
                each = torch.relu(input) - input * target + torch.log1p(torch.exp(-torch.abs(input)))
            else:
                factor = (pos_weight - 1) * target + 1
                each = (1 - target) * input + factor * (torch.log1p(torch.exp(-torch.abs(input))) + torch.relu(-input))
            if weight is not None:
                each = each * weight
            return _reduced(each, reduction)
        def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction='mean', beta=1.0):
            error = torch.abs(input - target)
            if beta == 0:
                return _reduced(error, reduction)
            return _reduced(torch.where(error < beta, 0.5 * error ** 2 / beta, error - 0.5 * beta), reduction)
        def huber_loss(input, target, reduction='mean', delta=1.0, weight=None):
            error = torch.abs(input - target)
            return _reduced(torch.where(error <= delta, 0.5 * error ** 2, delta * (error - 0.5 * delta)), reduction)
        def kl_div(input, target, size_average=None, reduce=None, reduction='mean', log_target=False):
            if log_target:
                each = torch.exp(target) * (target - input)
            else:
                safe = torch.where(target > 0, target, torch.ones_like(target))
                each = torch.where(target > 0, target * (torch.log(safe) - input), torch.zeros_like(target) * input)
            if reduction == 'batchmean':
                return each.sum() / input.shape[0]
            return _reduced(each, reduction)
        def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction='mean'):
            return _reduced(torch.where(target == 1, input, torch.relu(margin - input)), reduction)
        def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None, reduce=None, reduction='mean'):
            return _reduced(torch.relu(pairwise_distance(anchor, positive, p, eps) - pairwise_distance(anchor, negative, p, eps) + margin), reduction)
        def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
            noise = -torch.log(-torch.log(torch.rand_like(logits) + eps) + eps)
            return torch.softmax((logits + noise) / tau, dim=dim)
        def glu(input, dim=-1):
            a, b = torch.chunk(input, 2, dim=dim)
            return a * torch.sigmoid(b)
        def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False):
            scores = query @ key.transpose(-2, -1) * (1 / math.sqrt(query.size(-1)) if scale is None else scale)
            if is_causal:
                allowed = torch.ones(query.size(-2), key.size(-2)).tril() > 0
                scores = scores.masked_fill(~allowed, float('-inf'))
            if attn_mask is not None:
                scores = scores.masked_fill(~attn_mask, float('-inf')) if attn_mask.dtype == torch.bool else scores + attn_mask
            return dropout(torch.softmax(scores, dim=-1), dropout_p, dropout_p > 0) @ value
        def adaptive_avg_pool2d(input, output_size):
            import torch.nn.functional as F
            h, w = (output_size, output_size) if isinstance(output_size, int) else output_size
            if h == 1 and w == 1:
                return input.mean(dim=(-2, -1), keepdim=True)
            if input.shape[-2] % h or input.shape[-1] % w:
                _unavailable('adaptive pooling to a size that does not divide')
            return F.avg_pool2d(input, (input.shape[-2] // h, input.shape[-1] // w))
        """#
}
