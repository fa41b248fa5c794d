extension PythonLibrary {
    static let initialisation = #"""
        import math
        import torch
        def _fans(tensor):
            if tensor.dim() < 2:
                raise ValueError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions')
            area = 1
            for n in list(tensor.shape)[2:]:
                area *= n
            return tensor.shape[1] * area, tensor.shape[0] * area
        def calculate_gain(nonlinearity, param=None):
            table = {'sigmoid': 1, 'tanh': 5.0 / 3, 'relu': math.sqrt(2.0), 'selu': 0.75}
            if nonlinearity == 'leaky_relu':
                return math.sqrt(2.0 / (1 + (0.01 if param is None else param) ** 2))
            if nonlinearity in table:
                return table[nonlinearity]
            if nonlinearity == 'linear' or nonlinearity.startswith('conv'):
                return 1
            raise ValueError(f'Unsupported nonlinearity {nonlinearity}')
        def uniform_(tensor, a=0.0, b=1.0, generator=None):
            with torch.no_grad():
                return tensor.uniform_(a, b)
        def normal_(tensor, mean=0.0, std=1.0, generator=None):
            with torch.no_grad():
                return tensor.normal_(mean, std)
        def constant_(tensor, val):
            with torch.no_grad():
                return tensor.fill_(val)
        def zeros_(tensor):
            return constant_(tensor, 0.0)
        def ones_(tensor):
            return constant_(tensor, 1.0)
        def eye_(tensor):
            with torch.no_grad():
                return tensor.copy_(torch.eye(tensor.shape[0], tensor.shape[1]))
        def xavier_uniform_(tensor, gain=1.0, generator=None):
            inside, outside = _fans(tensor)
            bound = math.sqrt(3.0) * gain * math.sqrt(2.0 / (inside + outside))
            return uniform_(tensor, -bound, bound)
        def xavier_normal_(tensor, gain=1.0, generator=None):
            inside, outside = _fans(tensor)
            return normal_(tensor, 0.0, gain * math.sqrt(2.0 / (inside + outside)))
        def kaiming_uniform_(tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None):
            inside, outside = _fans(tensor)
            bound = math.sqrt(3.0) * calculate_gain(nonlinearity, a) / math.sqrt(inside if mode == 'fan_in' else outside)
            return uniform_(tensor, -bound, bound)
        def kaiming_normal_(tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None):
            inside, outside = _fans(tensor)
            return normal_(tensor, 0.0, calculate_gain(nonlinearity, a) / math.sqrt(inside if mode == 'fan_in' else outside))
        def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
            normal_(tensor, mean, std)
            with torch.no_grad():
                return tensor.copy_(torch.clamp(tensor, a, b))
        def orthogonal_(tensor, gain=1, generator=None):
            with torch.no_grad():
                q, _ = torch.linalg.qr(torch.randn(max(tensor.shape), min(tensor.shape)))
                return tensor.copy_(gain * (q if tensor.shape[0] >= tensor.shape[1] else q.t()))
        """#

    static let networkUtilities = #"""
        import torch
        def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
            values = [parameters] if isinstance(parameters, torch.Tensor) else list(parameters)
            grads = [p.grad for p in values if p.grad is not None]
            if not grads:
                return torch.tensor(0.0)
            if norm_type == float('inf'):
                total = torch.stack([g.abs().max() for g in grads]).max()
            else:
                total = torch.norm(torch.stack([torch.norm(g.reshape(-1), norm_type) for g in grads]), norm_type)
            factor = torch.clamp(max_norm / (total + 1e-6), max=1.0)
            for g in grads:
                g.mul_(factor)
            return total
        def clip_grad_value_(parameters, clip_value, foreach=None):
            for p in [parameters] if isinstance(parameters, torch.Tensor) else list(parameters):
                if p.grad is not None:
                    p.grad.copy_(torch.clamp(p.grad, -clip_value, clip_value))
        def parameters_to_vector(parameters):
            return torch.cat([p.reshape(-1) for p in parameters])
        """#

    static let autograd = #"""
        """#

    static let optimisers = #"""
        import math
        import torch
        class Optimizer:
            __module__ = 'torch.optim.optimizer'
            def __init__(self, params, defaults):
                self.defaults = defaults
                if isinstance(params, torch.Tensor):
                    raise TypeError('params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor')
                groups = list(params)
                if not groups:
                    raise ValueError('optimizer got an empty parameter list')
                if not isinstance(groups[0], dict):
                    groups = [{'params': groups}]
                self.param_groups = []
                self.state = {}
                for group in groups:
                    self.add_param_group(group)
            def add_param_group(self, group):
                inner = group['params']
                inner = [inner] if isinstance(inner, torch.Tensor) else list(inner)
                for p in inner:
                    if isinstance(p, tuple):
                        _unavailable('named parameters in an optimizer')
                    if not isinstance(p, torch.Tensor):
                        raise TypeError('optimizer can only optimize Tensors, but one of the params is ' + str(type(p)).split("'")[1])
                    if not p.is_leaf:
                        raise ValueError("can't optimize a non-leaf Tensor")
                self.param_groups.append({**self.defaults, **group, 'params': inner})
            def zero_grad(self, set_to_none=True):
                for group in self.param_groups:
                    for p in group['params']:
                        if p.grad is not None:
                            if set_to_none:
                                p.grad = None
                            else:
                                p.grad.zero_()
            def step(self, closure=None):
                loss = None if closure is None else closure()
                with torch.no_grad():
                    for group in self.param_groups:
                        for p in group['params']:
                            if p.grad is not None:
                                key = _identity(p)
                                if key not in self.state:
                                    self.state[key] = {}
                                self.update(p, p.grad, group, self.state[key])
                return loss
            def state_dict(self):
                return {'state': self.state, 'param_groups': self.param_groups}
            def load_state_dict(self, state_dict):
                self.state, self.param_groups = state_dict['state'], state_dict['param_groups']
        def _check(name, value):
            if not 0.0 <= value:
                raise ValueError(f'Invalid {name}: {value}')
        class SGD(Optimizer):
            __module__ = 'torch.optim.sgd'
            def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False, foreach=None, differentiable=False, fused=None):
                _check('learning rate', lr)
                _check('momentum value', momentum)
                if nesterov and (momentum <= 0 or dampening != 0):
                    raise ValueError('Nesterov momentum requires a momentum and zero dampening')
                super().__init__(params, dict(lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay, nesterov=nesterov, maximize=maximize))
            def update(self, p, g, group, state):
                if group['maximize']:
                    g = -g
                if group['weight_decay']:
                    g = g + group['weight_decay'] * p
                if group['momentum']:
                    if 'buffer' not in state:
                        state['buffer'] = g.clone()
                    else:
                        state['buffer'] = group['momentum'] * state['buffer'] + (1 - group['dampening']) * g
                    g = g + group['momentum'] * state['buffer'] if group['nesterov'] else state['buffer']
                p.sub_(group['lr'] * g)
        class Adam(Optimizer):
            __module__ = 'torch.optim.adam'
            decoupled = False
            def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, *, foreach=None, maximize=False, capturable=False, differentiable=False, fused=None, decoupled_weight_decay=False):
                _check('learning rate', lr)
                _check('epsilon value', eps)
                if not 0.0 <= betas[0] < 1.0:
                    raise ValueError(f'Invalid beta parameter at index 0: {betas[0]}')
                if not 0.0 <= betas[1] < 1.0:
                    raise ValueError(f'Invalid beta parameter at index 1: {betas[1]}')
                super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad, maximize=maximize))
            def update(self, p, g, group, state):
                if group['maximize']:
                    g = -g
                b1, b2 = group['betas']
                if not state:
                    state['step'], state['m'], state['v'] = 0, torch.zeros_like(p), torch.zeros_like(p)
                    if group['amsgrad']:
                        state['largest'] = torch.zeros_like(p)
                if group['weight_decay']:
                    if self.decoupled:
                        p.mul_(1 - group['lr'] * group['weight_decay'])
                    else:
                        g = g + group['weight_decay'] * p
                state['step'] += 1
                state['m'] = state['m'] + (1 - b1) * (g - state['m'])
                state['v'] = b2 * state['v'] + (1 - b2) * g * g
                v = state['v']
                if group['amsgrad']:
                    v = state['largest'] = torch.maximum(state['largest'], v)
                c1, c2 = 1 - b1 ** state['step'], 1 - b2 ** state['step']
                p.sub_(group['lr'] / c1 * state['m'] / (v.sqrt() / math.sqrt(c2) + group['eps']))
        class AdamW(Adam):
            __module__ = 'torch.optim.adamw'
            decoupled = True
            def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, *, maximize=False, foreach=None, capturable=False, differentiable=False, fused=None):
                super().__init__(params, lr, betas, eps, weight_decay, amsgrad, maximize=maximize)
        class RMSprop(Optimizer):
            __module__ = 'torch.optim.rmsprop'
            def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False, capturable=False, foreach=None, maximize=False, differentiable=False):
                _check('learning rate', lr)
                super().__init__(params, dict(lr=lr, alpha=alpha, eps=eps, weight_decay=weight_decay, momentum=momentum, centered=centered))
            def update(self, p, g, group, state):
                if group['weight_decay']:
                    g = g + group['weight_decay'] * p
                if not state:
                    state['v'], state['mean'], state['buffer'] = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)
                state['v'] = group['alpha'] * state['v'] + (1 - group['alpha']) * g * g
                v = state['v']
                if group['centered']:
                    state['mean'] = group['alpha'] * state['mean'] + (1 - group['alpha']) * g
                    v = v - state['mean'] ** 2
                scaled = g / (v.sqrt() + group['eps'])
                if group['momentum']:
                    state['buffer'] = group['momentum'] * state['buffer'] + scaled
                    scaled = state['buffer']
                p.sub_(group['lr'] * scaled)
        class Adagrad(Optimizer):
            __module__ = 'torch.optim.adagrad'
            def __init__(self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, *, maximize=False, differentiable=False, fused=None):
                _check('learning rate', lr)
                super().__init__(params, dict(lr=lr, lr_decay=lr_decay, weight_decay=weight_decay, initial_accumulator_value=initial_accumulator_value, eps=eps))
            def update(self, p, g, group, state):
                if group['weight_decay']:
                    g = g + group['weight_decay'] * p
                if not state:
                    state['step'], state['sum'] = 0, torch.full_like(p, group['initial_accumulator_value'])
                state['sum'] = state['sum'] + g * g
                rate = group['lr'] / (1 + state['step'] * group['lr_decay'])
                state['step'] += 1
                p.sub_(rate * g / (state['sum'].sqrt() + group['eps']))
        class Adadelta(Optimizer):
            __module__ = 'torch.optim.adadelta'
            def __init__(self, params, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0, foreach=None, *, capturable=False, maximize=False, differentiable=False):
                super().__init__(params, dict(lr=lr, rho=rho, eps=eps, weight_decay=weight_decay))
            def update(self, p, g, group, state):
                if group['weight_decay']:
                    g = g + group['weight_decay'] * p
                if not state:
                    state['v'], state['d'] = torch.zeros_like(p), torch.zeros_like(p)
                rho, eps = group['rho'], group['eps']
                state['v'] = rho * state['v'] + (1 - rho) * g * g
                step = (state['d'] + eps).sqrt() / (state['v'] + eps).sqrt() * g
                state['d'] = rho * state['d'] + (1 - rho) * step * step
                p.sub_(group['lr'] * step)
        """#

    static let schedulers = #"""
        import math
        class LRScheduler:
            __module__ = 'torch.optim.lr_scheduler'
            def __init__(self, optimizer, last_epoch=-1):
                self.optimizer, self.last_epoch = optimizer, last_epoch
                for group in optimizer.param_groups:
                    if 'initial_lr' not in group:
                        group['initial_lr'] = group['lr']
                self.base_lrs = [group['initial_lr'] for group in optimizer.param_groups]
                self.step()
            def step(self, epoch=None):
                self.last_epoch += 1
                for group, base in zip(self.optimizer.param_groups, self.base_lrs):
                    group['lr'] = self.rate(base, group)
                self._last = [group['lr'] for group in self.optimizer.param_groups]
            def get_last_lr(self):
                return self._last
            def get_lr(self):
                return self._last
        class StepLR(LRScheduler):
            def __init__(self, optimizer, step_size, gamma=0.1, last_epoch=-1):
                self.step_size, self.gamma = step_size, gamma
                super().__init__(optimizer, last_epoch)
            def rate(self, base, group):
                return group['lr'] * self.gamma if self.last_epoch and self.last_epoch % self.step_size == 0 else group['lr']
        class MultiStepLR(LRScheduler):
            def __init__(self, optimizer, milestones, gamma=0.1, last_epoch=-1):
                self.milestones, self.gamma = list(milestones), gamma
                super().__init__(optimizer, last_epoch)
            def rate(self, base, group):
                return group['lr'] * self.gamma ** self.milestones.count(self.last_epoch) if self.last_epoch in self.milestones else group['lr']
        class ExponentialLR(LRScheduler):
            def __init__(self, optimizer, gamma, last_epoch=-1):
                self.gamma = gamma
                super().__init__(optimizer, last_epoch)
            def rate(self, base, group):
                return group['lr'] * self.gamma if self.last_epoch else group['lr']
        class LambdaLR(LRScheduler):
            def __init__(self, optimizer, lr_lambda, last_epoch=-1):
                self.lr_lambda = lr_lambda
                super().__init__(optimizer, last_epoch)
            def rate(self, base, group):
                return base * self.lr_lambda(self.last_epoch)
        class CosineAnnealingLR(LRScheduler):
            def __init__(self, optimizer, T_max, eta_min=0.0, last_epoch=-1):
                self.T_max, self.eta_min = T_max, eta_min
                super().__init__(optimizer, last_epoch)
            def rate(self, base, group):
                if self.last_epoch == 0:
                    return group['lr']
                if (self.last_epoch - 1 - self.T_max) % (2 * self.T_max) == 0:
                    return group['lr'] + (base - self.eta_min) * (1 - math.cos(math.pi / self.T_max)) / 2
                return (1 + math.cos(math.pi * self.last_epoch / self.T_max)) / (1 + math.cos(math.pi * (self.last_epoch - 1) / self.T_max)) * (group['lr'] - self.eta_min) + self.eta_min
        class LinearLR(LRScheduler):
            def __init__(self, optimizer, start_factor=1.0 / 3, end_factor=1.0, total_iters=5, last_epoch=-1):
                self.start_factor, self.end_factor, self.total_iters = start_factor, end_factor, total_iters
                super().__init__(optimizer, last_epoch)
            def rate(self, base, group):
                done = min(self.total_iters, self.last_epoch) / self.total_iters
                return base * (self.start_factor + (self.end_factor - self.start_factor) * done)
        class ReduceLROnPlateau:
            __module__ = 'torch.optim.lr_scheduler'
            def __init__(self, optimizer, mode='min', factor=0.1, patience=10, threshold=1e-4, threshold_mode='rel', cooldown=0, min_lr=0, eps=1e-8):
                self.optimizer, self.mode, self.factor, self.patience = optimizer, mode, factor, patience
                self.threshold, self.min_lr, self.best, self.bad = threshold, min_lr, None, 0
            def step(self, metrics, epoch=None):
                value = float(metrics)
                if self.mode == 'min':
                    better = self.best is None or value < self.best * (1 - self.threshold)
                else:
                    better = self.best is None or value > self.best * (1 + self.threshold)
                if better:
                    self.best, self.bad = value, 0
                else:
                    self.bad += 1
                if self.bad > self.patience:
                    self.bad = 0
                    for group in self.optimizer.param_groups:
                        group['lr'] = max(group['lr'] * self.factor, self.min_lr)
        """#

    static let data = #"""
        import math
        import torch
        class Dataset:
            __module__ = 'torch.utils.data.dataset'
            def __class_getitem__(cls, item):
                return cls
        class IterableDataset(Dataset):
            pass
        class TensorDataset(Dataset):
            def __init__(self, *tensors):
                if any(t.shape[0] != tensors[0].shape[0] for t in tensors):
                    raise AssertionError('Size mismatch between tensors')
                self.tensors = tensors
            def __getitem__(self, index):
                return tuple(t[index] for t in self.tensors)
            def __len__(self):
                return self.tensors[0].shape[0]
        class Subset(Dataset):
            def __init__(self, dataset, indices):
                self.dataset, self.indices = dataset, indices
            def __getitem__(self, index):
                return self.dataset[self.indices[index]]
            def __len__(self):
                return len(self.indices)
        def random_split(dataset, lengths, generator=None):
            n = len(dataset)
            if sum(lengths) <= 1 and any(isinstance(x, float) for x in lengths):
                sizes = [math.floor(n * x) for x in lengths]
                for i in range(n - sum(sizes)):
                    sizes[i % len(sizes)] += 1
            else:
                sizes = list(lengths)
                if sum(sizes) != n:
                    raise ValueError('Sum of input lengths does not equal the length of the input dataset!')
            if generator is not None:
                _lose()
            order = torch.randperm(n).tolist()
            result, start = [], 0
            for size in sizes:
                result.append(Subset(dataset, order[start:start + size]))
                start += size
            return result
        def default_collate(batch):
            first = batch[0]
            if isinstance(first, torch.Tensor):
                return torch.stack(batch)
            if isinstance(first, bool) or isinstance(first, int):
                return torch.tensor(batch)
            if isinstance(first, float):
                return torch.tensor(batch, dtype=torch.float64)
            if isinstance(first, str):
                return batch
            if isinstance(first, tuple) or isinstance(first, list):
                return [default_collate(list(items)) for items in zip(*batch)]
            if isinstance(first, dict):
                return {key: default_collate([item[key] for item in batch]) for key in first}
            if hasattr(first, 'astype'):
                return torch.stack([torch.as_tensor(item) for item in batch])
            raise TypeError(f'default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found {type(first)}')
        class DataLoader:
            __module__ = 'torch.utils.data.dataloader'
            def __init__(self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0, collate_fn=None, pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None, generator=None, prefetch_factor=None, persistent_workers=False, pin_memory_device=''):
                self.dataset, self.batch_size, self.shuffle = dataset, batch_size, shuffle
                self.sampler, self.collate_fn, self.drop_last = sampler, collate_fn, drop_last
                if sampler is not None and shuffle:
                    raise ValueError('sampler option is mutually exclusive with shuffle')
            def __len__(self):
                n = len(self.dataset)
                return n // self.batch_size if self.drop_last else (n + self.batch_size - 1) // self.batch_size
            def _batches(self):
                n = len(self.dataset)
                if self.sampler is not None:
                    order = list(self.sampler)
                elif self.shuffle:
                    _lose()
                    order = torch.randperm(n).tolist()
                else:
                    order = range(n)
                order = list(order)
                for start in range(0, len(order), self.batch_size):
                    part = order[start:start + self.batch_size]
                    if self.drop_last and len(part) < self.batch_size:
                        return
                    yield part
            def __iter__(self):
                collate = self.collate_fn or default_collate
                for part in self._batches():
                    if isinstance(self.dataset, TensorDataset) and self.collate_fn is None:
                        yield list(self.dataset[part])
                    else:
                        yield collate([self.dataset[i] for i in part])
        class SubsetRandomSampler:
            def __init__(self, indices, generator=None):
                self.indices = indices
            def __iter__(self):
                for i in torch.randperm(len(self.indices)).tolist():
                    yield self.indices[i]
            def __len__(self):
                return len(self.indices)
        """#
}
