import Tensors

